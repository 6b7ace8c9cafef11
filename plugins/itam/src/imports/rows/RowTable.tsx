import type {
  ImportDetail,
  ImportRowEntry,
} from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { useFormat } from '../../format';
import { type SectionTexts, useSectionTexts } from '../../translation';
import {
  Chip,
  type DataColumn,
  DataTable,
  RecordName,
  type Tone,
  usePaths,
} from '../../ui';
import styles from '../Imports.module.css';
import { RowDetails } from './RowDetails';
import { rowTitle } from './rowTitle';

const TONES: Readonly<Record<string, Tone>> = {
  create: 'positive',
  created: 'positive',
  update: 'info',
  updated: 'info',
  unchanged: 'neutral',
  undone: 'neutral',
  kept: 'warning',
  error: 'negative',
};

/**
 * Rows of an import with what they would do or did, to which record, and what
 * is wrong with them.
 */
export function RowTable(props: {
  detail: ImportDetail;
  rows: readonly ImportRowEntry[];
  /** Rows can be corrected when present. */
  onCorrect?(row: ImportRowEntry): void;
}) {
  const { detail, rows, onCorrect } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  const columns: DataColumn<ImportRowEntry>[] = [
    {
      id: 'line',
      label: t('imports.row.line'),
      align: 'end',
      cell: row => format.count(row.line),
    },
    {
      id: 'outcome',
      label: t('imports.row.outcome'),
      oneLine: true,
      cell: row => {
        const name = row.result ?? row.outcome;
        return name && <Chip tone={TONES[name]}>{outcomeText(t, row)}</Chip>;
      },
    },
    {
      id: 'record',
      label: t('imports.row.record'),
      cell: row => {
        const { title, more } = rowTitle(detail, row);
        return (
          <span className={styles.record}>
            <RecordName
              kind={detail.kind}
              title={title || t('imports.row.unnamed')}
              recordRef={row.ref}
              href={isThere(row) && row.ref ? paths.record(row.ref) : undefined}
              detail={more}
            />
          </span>
        );
      },
    },
    {
      id: 'details',
      label: t('imports.row.details'),
      ownLine: true,
      cell: row => <RowDetails detail={detail} row={row} />,
    },
  ];
  if (onCorrect) {
    columns.push({
      id: 'actions',
      label: t('imports.row.actions'),
      align: 'end',
      cell: row => (
        <Button
          variant={row.outcome === 'error' ? 'secondary' : 'tertiary'}
          size="small"
          aria-label={t(
            row.outcome === 'error'
              ? 'imports.correct.of'
              : 'imports.correct.editOf',
            { line: format.count(row.line) },
          )}
          onPress={() => onCorrect(row)}
        >
          {t(
            row.outcome === 'error'
              ? 'imports.correct.open'
              : 'imports.correct.edit',
          )}
        </Button>
      ),
    });
  }
  return (
    <DataTable
      label={t('imports.row.table')}
      columns={columns}
      rows={rows}
      stacks
      rowKey={row => String(row.row)}
    />
  );
}

function outcomeText(t: SectionTexts, { outcome, result }: ImportRowEntry) {
  if (result) {
    return t(`imports.result.${result}`);
  }
  return outcome === undefined || outcome === 'error'
    ? t('imports.row.error')
    : t(`imports.outcome.${outcome}`);
}

/** Whether the record a row is about is in the register. */
function isThere({ outcome, result }: ImportRowEntry): boolean {
  return (
    result !== undefined || (outcome !== 'create' && outcome !== undefined)
  );
}
