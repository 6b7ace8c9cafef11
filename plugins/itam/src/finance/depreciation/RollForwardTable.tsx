import type { DepreciationReport } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useFormat } from '../../format';
import { groupTitle, isReservedKey, useSectionTexts } from '../../translation';

import { RefLink, usePaths } from '../../ui';
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
 * each other. The names stay in sight when the figures scroll sideways.
 */
export function RollForwardTable(props: { report: DepreciationReport }) {
  const { report } = props;
  const t = useSectionTexts();
  const label = t('finance.depreciation.title');
  return (
    <div
      className={styles.scroll}
      role="group"
      aria-label={label}
      // Scrolls sideways, so the keyboard must reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('finance.depreciation.line')}
            </th>
            <th scope="col" rowSpan={2}>
              {t('finance.depreciation.currency')}
            </th>
            <th scope="col" rowSpan={2} className={styles.end}>
              {t('finance.depreciation.assets')}
            </th>
            {GROUPS.map(group => (
              <th
                key={group.id}
                scope="colgroup"
                colSpan={group.columns.length}
                className={styles.group}
              >
                {t(`finance.depreciation.groups.${group.id}`)}
              </th>
            ))}
          </tr>
          <tr>
            {GROUPS.map(group =>
              group.columns.map(([key, column]) => (
                <th key={key} scope="col" className={styles.end}>
                  {t(`finance.depreciation.columns.${column}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {report.lines.map(line => (
            <LineRow
              key={`${line.key} ${line.currency}`}
              line={line}
              name={<LineName line={line} by={report.by} />}
            />
          ))}
        </tbody>
        <tfoot>
          {report.totals.map(line => (
            <LineRow
              key={line.currency}
              line={line}
              name={t('finance.depreciation.total')}
            />
          ))}
        </tfoot>
      </table>
    </div>
  );
}

function LineRow(props: { line: Line; name: ReactNode }) {
  const { line, name } = props;
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{line.currency}</td>
      <td className={styles.end}>{format.count(line.assets)}</td>
      {GROUPS.map(group =>
        group.columns.map(([key, column], index) => (
          <td
            key={key}
            className={[
              styles.end,
              index === 0 ? styles.first : '',
              column === 'closing' ? styles.closing : '',
            ].join(' ')}
          >
            {format.figure(line[key])}
          </td>
        )),
      )}
    </tr>
  );
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
