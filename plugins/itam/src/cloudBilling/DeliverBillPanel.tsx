import { useApi } from '@backstage/core-plugin-api';
import type {
  CloudBillFileType,
  CloudBillingAnswer,
} from '@backstage-itam/plugin-itam-common';
import { Alert } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { DropZone } from '../imports/upload/DropZone';
import { type Problem, useWrite } from '../loading';
import { useTexts } from '../translation';
import { Panel } from '../ui';
import { BillsCheck } from './BillsCheck';
import styles from './CloudBilling.module.css';

/** Forms of billing files, by how their names end. */
const FILE_TYPES: Readonly<Record<string, CloudBillFileType>> = {
  '.csv': 'text/csv',
  '.parquet': 'application/vnd.apache.parquet',
};

/** A file that was checked, and what it would do. */
interface Checked {
  file: File;
  fileType: CloudBillFileType;
  answer: CloudBillingAnswer;
}

/**
 * Takes a billing file: it is checked when it is dropped, and taken over when
 * the reader says so.
 */
export function DeliverBillPanel(props: { onTaken(): void }) {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const write = useWrite();
  const [checked, setChecked] = useState<Checked>();
  const [taken, setTaken] = useState<string>();
  const [mistake, setMistake] = useState<'many' | 'ending'>();

  const check = async (files: File[]) => {
    const [file] = files;
    if (!file) {
      return;
    }
    setTaken(undefined);
    setChecked(undefined);
    const fileType = fileTypeOf(file.name);
    if (files.length > 1 || !fileType) {
      setMistake(files.length > 1 ? 'many' : 'ending');
      return;
    }
    setMistake(undefined);
    await write.send(async () => {
      const answer = await api.cloudBilling.deliver(
        file,
        { dryRun: true, fileName: file.name.slice(0, 200) },
        fileType,
      );
      setChecked({ file, fileType, answer });
    });
  };
  const commit = async ({ file, fileType }: Checked) => {
    const done = await write.send(() =>
      api.cloudBilling.deliver(
        file,
        { fileName: file.name.slice(0, 200) },
        fileType,
      ),
    );
    if (done) {
      setChecked(undefined);
      setTaken(file.name);
      props.onTaken();
    }
  };

  return (
    <>
      <Panel title={t('cloudBilling.upload.title')}>
        {mistake && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t(`cloudBilling.upload.${mistake}`)}
            description={t(`cloudBilling.upload.${mistake}Text`)}
          />
        )}
        {!mistake && write.problem && <Refused problem={write.problem} />}
        {taken && (
          <Alert
            role="status"
            status="success"
            icon
            title={t('cloudBilling.check.taken', { name: taken })}
            description={t('cloudBilling.check.takenText')}
          />
        )}
        <DropZone
          pending={write.pending && !checked}
          takes={{
            label: t('cloudBilling.upload.file'),
            note: t('cloudBilling.upload.may'),
            accept: Object.keys(FILE_TYPES).join(','),
          }}
          onFiles={check}
        />
      </Panel>
      {checked && (
        <BillsCheck
          name={checked.file.name}
          answer={checked.answer}
          pending={write.pending}
          onCommit={() => commit(checked)}
          onDiscard={() => setChecked(undefined)}
        />
      )}
    </>
  );
}

function fileTypeOf(name: string): CloudBillFileType | undefined {
  const ending = /\.[a-z]+$/i.exec(name)?.[0].toLowerCase();
  return ending === undefined ? undefined : FILE_TYPES[ending];
}

function Refused({ problem }: { problem: Problem }) {
  const t = useTexts();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('cloudBilling.upload.refused')}
      description={
        <span className={styles.problem}>
          {problem.kind === 'failed'
            ? problem.message
            : t('cloudBilling.list.forbidden')}
        </span>
      }
    />
  );
}
