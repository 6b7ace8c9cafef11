import type { CostAnswer, CostGroup } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import {
  endsText,
  groupTitle,
  isReservedKey,
  typeText,
  useTexts,
} from '../translation';
import {
  type DataColumn,
  DataTable,
  InlineNote,
  RecordName,
  usePaths,
} from '../ui';
import { isZero } from './amounts';
import styles from './RecordCostTable.module.css';

/**
 * Every line behind a cost: share, the month in focus, the whole range and
 * what ends when. The total row is the register's own total.
 */
export function RecordCostTable(props: { answer: CostAnswer; month: string }) {
  const { answer, month } = props;
  const t = useTexts();
  const format = useFormat();
  const at = answer.months.indexOf(month);
  const { currency } = answer.total.converted;
  const kindOf = (group: CostGroup) =>
    group.recordKind &&
    [
      t(`kind.${group.recordKind}`),
      group.recordType && typeText(t, group.recordKind, group.recordType),
    ]
      .filter(Boolean)
      .join(' · ');
  // Shares are a matter of services; owners have the whole.
  const share: DataColumn<CostGroup> = {
    id: 'share',
    label: t('cost.table.share'),
    secondary: true,
    align: 'end',
    cell: group => group.sharePercent && format.percent(group.sharePercent),
  };
  return (
    <DataTable
      label={t('cost.records')}
      rows={answer.groups}
      rowKey={group => group.key}
      columns={[
        {
          id: 'record',
          label: t('cost.table.record'),
          cell: group => <LineTitle group={group} by={answer.by} />,
          footer: t('common.total'),
        },
        {
          id: 'kind',
          label: t('cost.table.kind'),
          secondary: true,
          cell: kindOf,
        },
        ...(answer.groups.some(group => group.sharePercent) ? [share] : []),
        {
          id: 'month',
          label: format.month(month),
          align: 'end',
          cell: group => <Amount group={group} at={at} />,
          footer: format.money(answer.total.converted.months[at], currency),
        },
        {
          id: 'total',
          secondary: true,
          label: `${format.month(answer.from)} – ${format.month(answer.to)}`,
          align: 'end',
          cell: group => format.money(group.series.converted.total, currency),
          footer: format.money(answer.total.converted.total, currency),
        },
        {
          id: 'until',
          // On a phone it would be cut; what ends soon has a panel below.
          secondary: true,
          label: t('cost.table.until'),
          cell: group => (
            <span className={styles.until}>
              {endsText(t, group, format.date)}
            </span>
          ),
        },
      ]}
    />
  );
}

function LineTitle(props: { group: CostGroup; by: string }) {
  const { group, by } = props;
  const t = useTexts();
  const paths = usePaths();
  if (isReservedKey(group.key)) {
    return <em className={styles.reserved}>{groupTitle(t, by, group)}</em>;
  }
  return (
    <RecordName
      kind={group.recordKind}
      title={group.title}
      recordRef={group.ref}
      href={group.ref && paths.record(group.ref)}
    />
  );
}

/** The month's amount, with what was booked below it when that differs. */
function Amount(props: { group: CostGroup; at: number }) {
  const { group, at } = props;
  const format = useFormat();
  const { currency, months } = group.series.converted;
  const booked = group.series.booked
    .filter(series => series.currency !== currency)
    .map(series => ({ currency: series.currency, amount: series.months[at] }))
    .filter(line => line.amount !== undefined && !isZero(line.amount));
  return (
    <>
      {format.money(months[at], currency)}
      {booked.length > 0 && (
        <>
          <br />
          <InlineNote>{booked.map(format.amount).join(' + ')}</InlineNote>
        </>
      )}
    </>
  );
}
