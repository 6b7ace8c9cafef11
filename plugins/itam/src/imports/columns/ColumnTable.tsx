import {
  type ImportDetail,
  type ImportRowEntry,
  recogniseHeaders,
} from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { useMemo } from 'react';
import { useSectionTexts } from '../../translation';
import { Chip, type DataColumn, DataTable, InlineNote } from '../../ui';
import styles from '../Imports.module.css';
import { fieldOptions, LEFT_OUT } from './fieldOptions';
import { fieldLabel } from './missingFields';
import { isMappable } from './readingDraft';

/** Different cells that are shown of a column. */
const SAMPLES = 2;

type Column = ImportDetail['columns'][number];

/**
 * The columns of the file with what is in them, and the field each is read as.
 */
export function ColumnTable(props: {
  detail: ImportDetail;
  /** Field of each column as it is being chosen. */
  fields: readonly (string | undefined)[];
  double: ReadonlySet<string>;
  /** Rows to show cells of. */
  rows: readonly ImportRowEntry[];
  disabled: boolean;
  onChange(index: number, field: string | undefined): void;
}) {
  const { detail, fields, double, rows, disabled, onChange } = props;
  const { kind, columns } = detail;
  const t = useSectionTexts();
  const options = useMemo(() => fieldOptions(t, kind), [t, kind]);
  const recognised = useMemo(
    () =>
      recogniseHeaders(
        kind,
        columns.map(({ header }) => header),
      ).columns,
    [kind, columns],
  );
  const samplesOf = (index: number) =>
    [...new Set(rows.map(({ cells }) => (cells[index] ?? '').trim()))]
      .filter(Boolean)
      .slice(0, SAMPLES);
  const byOf = (index: number): string => {
    const field = fields[index];
    const { field: found, recognisedBy } = recognised[index];
    if (field === undefined) {
      return found === undefined
        ? t('imports.columns.by.nothing')
        : t('imports.columns.by.leftOut', {
            field: fieldLabel(kind, found),
          });
    }
    return field === found && recognisedBy
      ? t(`imports.columns.by.${recognisedBy}`)
      : t('imports.columns.by.hand');
  };
  const table: DataColumn<Column>[] = [
    {
      id: 'header',
      label: t('imports.columns.header'),
      ownLine: true,
      named: false,
      cell: ({ header, column }) => (
        <span className={styles.column}>
          <span className={styles.headerText}>
            {header ||
              t('imports.columns.blank', { number: String(column + 1) })}
          </span>
          {samplesOf(column).map(sample => (
            <span key={sample} className={styles.sample} title={sample}>
              {sample}
            </span>
          ))}
        </span>
      ),
    },
    {
      id: 'field',
      label: t('imports.columns.field'),
      ownLine: true,
      cell: ({ header, column }) =>
        isMappable(columns, column) ? (
          <Select
            className={styles.fieldSelect}
            aria-label={t('imports.columns.fieldOf', { header })}
            search
            isDisabled={disabled}
            options={options}
            value={fields[column] ?? LEFT_OUT}
            onChange={key =>
              onChange(
                column,
                key === LEFT_OUT || key === null ? undefined : String(key),
              )
            }
          />
        ) : (
          t('imports.columns.leaveOut')
        ),
    },
    {
      id: 'by',
      label: t('imports.columns.how'),
      cell: ({ column, problem }) => {
        const field = fields[column];
        return (
          <span className={styles.column}>
            {field !== undefined && double.has(field) ? (
              <span>
                <Chip tone="negative">{t('imports.columns.double')}</Chip>
              </span>
            ) : (
              <span>{byOf(column)}</span>
            )}
            {problem && field === undefined && (
              <InlineNote>{problem}</InlineNote>
            )}
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      stacks
      label={t('imports.columns.title')}
      columns={table}
      rows={columns}
      rowKey={({ column }) => String(column)}
    />
  );
}
