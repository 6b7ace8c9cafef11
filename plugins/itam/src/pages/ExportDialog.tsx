import { useApi } from '@backstage/core-plugin-api';
import type { RecordQuery } from '@backstage-itam/plugin-itam-common';
import { Button, Radio, RadioGroup } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { useState } from 'react';
import { useTaskEvents } from '../analytics';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useTexts } from '../translation';
import { FormDialog, Note } from '../ui';
import { downloadBlob, downloadText } from '../ui/download';
import { CHOICES } from './registerView';

const LIST = 'list';
/** Filters the export with all fields does not take. */
const ONLY_OF_LISTS = [
  'assignee',
  'service',
  'endsFrom',
  'endsTo',
  'retired',
] as const;

/**
 * Downloads the list at hand, or the records of a kind with all their fields.
 */
export function ExportButton(props: { query: RecordQuery }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiDownload2Line aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        {t('export.title')}
      </Button>
      {open && (
        <ExportDialog query={props.query} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function ExportDialog(props: { query: RecordQuery; onClose(): void }) {
  const { query, onClose } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const tell = useTaskEvents();
  const [what, setWhat] = useState<string>(LIST);
  const [format, setFormat] = useState<'csv' | 'xlsx'>('csv');
  const writing = useWrite();
  const kinds = query.kind ? [query.kind] : CHOICES.kind;
  const kind = kinds.find(one => one === what);
  const wider = ONLY_OF_LISTS.some(name => query[name] !== undefined);

  const download = async () => {
    if (!kind) {
      const text = await api.listRecordsCsv({
        ...query,
        cursor: undefined,
        limit: undefined,
      });
      downloadText('it-assets.csv', 'text/csv;charset=utf-8', text);
      return;
    }
    const blob = await api.exportRecords({
      kind,
      format,
      class: query.class,
      stage: query.stage,
      owner: query.owner,
      vendor: query.vendor,
      q: query.q,
    });
    downloadBlob(`${kind.toLocaleLowerCase('en-US')}s.${format}`, blob);
  };

  return (
    <FormDialog
      title={t('export.title')}
      submit={t('export.download')}
      pending={writing.pending}
      problem={writing.problem}
      onClose={onClose}
      onSubmit={async () => {
        if (await writing.send(download)) {
          tell.exported({ format: kind ? format : 'csv' });
          onClose();
        }
      }}
    >
      <RadioGroup label={t('export.what')} value={what} onChange={setWhat}>
        <Radio value={LIST}>{t('export.list')}</Radio>
        {kinds.map(one => (
          <Radio key={one} value={one}>
            {t('export.fields', { kind: t(`kinds.${one}`) })}
          </Radio>
        ))}
      </RadioGroup>
      {kind ? (
        <RadioGroup
          label={t('export.format')}
          orientation="horizontal"
          value={format}
          onChange={value => setFormat(value === 'xlsx' ? 'xlsx' : 'csv')}
        >
          <Radio value="csv">CSV</Radio>
          <Radio value="xlsx">Excel (XLSX)</Radio>
        </RadioGroup>
      ) : null}
      <Note>
        {t(kind ? 'export.fieldsNote' : 'export.listNote')}{' '}
        {kind && wider ? t('export.wider') : ''}
      </Note>
    </FormDialog>
  );
}
