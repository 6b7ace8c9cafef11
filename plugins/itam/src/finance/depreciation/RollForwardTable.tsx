import type { DepreciationReport } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useFormat } from '../../format';
import { groupTitle, isReservedKey, useSectionTexts } from '../../translation';
import {
  ColumnHeader,
  RefLink,
  RowHeader,
  StackableTable,
  TableBody,
  TableCell,
  TableFoot,
  TableHead,
  TableRow,
  usePaths,
} from '../../ui';
import tableStyles from '../../ui/DataTable.module.css';
import styles from './RollForward.module.css';

type Line = DepreciationReport['lines'][number];

const GROUPS = [
  {
    id: 'cost',
    columns: [
      ['openingCost', 'opening'],
      ['additions', 'additions'],
      ['disposals', 'disposals'],
      ['closingCost', 'closing'],
    ],
  },
  {
    id: 'depreciation',
    columns: [
      ['openingDepreciation', 'opening'],
      ['depreciation', 'charge'],
      ['impairment', 'impairment'],
      ['depreciationDisposed', 'disposed'],
      ['closingDepreciation', 'closing'],
    ],
  },
  {
    id: 'book',
    columns: [
      ['openingBook', 'opening'],
      ['closingBook', 'closing'],
    ],
  },
] as const;

/**
 * Cost, depreciation and book value from opening to closing, a line per
 * class, owner, supplier, cost centre or asset and currency, with a total per
 * currency. Each line says its currency once, so that eleven figures fit beside
 * each other. The names stay in sight when the figures scroll sideways; on a
 * phone the figures of a line stand below it.
 */
export function RollForwardTable(props: { report: DepreciationReport }) {
  const { report } = props;
  const t = useSectionTexts();
  const label = t('finance.depreciation.title');
  return (
    <StackableTable label={label} className={styles.figures}>
      <TableHead>
        <TableRow>
          <ColumnHeader rowSpan={2}>
            {t('finance.depreciation.line')}
          </ColumnHeader>
          <ColumnHeader rowSpan={2}>
            {t('finance.depreciation.currency')}
          </ColumnHeader>
          <ColumnHeader rowSpan={2} className={tableStyles.end}>
            {t('finance.depreciation.assets')}
          </ColumnHeader>
          {GROUPS.map(group => (
            <ColumnHeader
              key={group.id}
              scope="colgroup"
              colSpan={group.columns.length}
              className={styles.first}
            >
              {t(`finance.depreciation.groups.${group.id}`)}
            </ColumnHeader>
          ))}
        </TableRow>
        <TableRow>
          {GROUPS.map(group =>
            group.columns.map(([key, column], index) => (
              <ColumnHeader key={key} className={figureClass(column, index)}>
                {t(`finance.depreciation.columns.${column}`)}
              </ColumnHeader>
            )),
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {report.lines.map(line => (
          <LineRow
            key={`${line.key} ${line.currency}`}
            line={line}
            name={<LineName line={line} by={report.by} />}
          />
        ))}
      </TableBody>
      <TableFoot>
        {report.totals.map(line => (
          <LineRow
            key={line.currency}
            line={line}
            name={t('finance.depreciation.total')}
          />
        ))}
      </TableFoot>
    </StackableTable>
  );
}

function LineRow(props: { line: Line; name: ReactNode }) {
  const { line, name } = props;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <TableRow>
      <RowHeader className={tableStyles.ownLine}>{name}</RowHeader>
      <TableCell>{line.currency}</TableCell>
      <TableCell
        className={tableStyles.end}
        data-label={t('finance.depreciation.assets')}
      >
        {format.count(line.assets)}
      </TableCell>
      {GROUPS.map(group =>
        group.columns.map(([key, column], index) => (
          <TableCell
            key={key}
            className={`${styles.figure} ${figureClass(column, index)}`}
            data-label={t(`finance.depreciation.columns.${column}`)}
            data-group={
              index === 0
                ? t(`finance.depreciation.groups.${group.id}`)
                : undefined
            }
          >
            {format.figure(line[key])}
          </TableCell>
        )),
      )}
    </TableRow>
  );
}

function figureClass(column: string, index: number): string {
  return [
    tableStyles.end,
    index === 0 ? styles.first : '',
    column === 'closing' ? styles.closing : '',
  ].join(' ');
}

function LineName(props: { line: Line; by: DepreciationReport['by'] }) {
  const { line, by } = props;
  const t = useSectionTexts();
  const paths = usePaths();
  if (isReservedKey(line.key)) {
    return <em>{groupTitle(t, by, line)}</em>;
  }
  if (by === 'record') {
    const href = line.ref && paths.record(line.ref);
    return href ? <Link href={href}>{line.title}</Link> : <>{line.title}</>;
  }
  return line.ref ? (
    <RefLink label={{ ref: line.ref, title: line.title, resolved: true }} />
  ) : (
    <>{groupTitle(t, by, line)}</>
  );
}
