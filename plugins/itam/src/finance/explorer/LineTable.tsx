import type { CostAnswer, CostGroup } from '@backstage-itam/plugin-itam-common';
import { barPercent, largestOf } from '../../cost/amounts';
import { useFormat } from '../../format';
import { groupTitle, isReservedKey, useSectionTexts } from '../../translation';
import {
  AmountList,
  DataTable,
  InlineNote,
  RecordName,
  usePaths,
} from '../../ui';
import type { FinanceView } from '../../view';
import styles from '../Finance.module.css';
import { useFinancePaths } from '../useFinancePaths';
import { periodText } from '../writing';
import { portionPercent, portionText } from './portion';

/**
 * Every line of a breakdown with its last month and the whole range; a line
 * leads to its record, or to its own cost in the explorer. The total row is
 * the register's own total.
 */
export function LineTable(props: { answer: CostAnswer; view: FinanceView }) {
  const { answer, view } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  const finance = useFinancePaths();
  const last = answer.months.length - 1;
  const lastMonth = answer.months[last];
  const { currency, total, months } = answer.total.converted;
  const longest = largestOf(
    answer.groups.map(group => group.series.converted.total),
    currency,
  );
  const hrefOf = (group: CostGroup) => {
    if (answer.by === 'record') {
      return group.ref && paths.record(group.ref);
    }
    const of = nodeOf(answer.by, group);
    return (
      of &&
      finance.page('explorer', {
        of,
        from: view.from,
        to: view.to,
        view: view.view,
        currency: view.currency,
        basis: answer.basis,
      })
    );
  };
  return (
    <DataTable
      label={t('finance.explorer.lines')}
      rows={answer.groups}
      rowKey={group => group.key}
      columns={[
        {
          id: 'line',
          label: t('finance.explorer.line'),
          cell: group =>
            isReservedKey(group.key) ? (
              <em className={styles.reserved}>
                {groupTitle(t, answer.by, group)}
              </em>
            ) : (
              <RecordName
                kind={group.recordKind}
                title={groupTitle(t, answer.by, group)}
                recordRef={group.ref}
                href={hrefOf(group)}
              />
            ),
          footer: t('common.total'),
        },
        {
          id: 'month',
          label: format.month(lastMonth),
          align: 'end',
          secondary: true,
          cell: group =>
            format.money(group.series.converted.months[last], currency),
          footer: format.money(months[last], currency),
        },
        {
          id: 'total',
          label: periodText(format, answer),
          align: 'end',
          cell: group => (
            <>
              {format.money(group.series.converted.total, currency)}
              <Booked group={group} currency={currency} />
            </>
          ),
          footer: format.money(total, currency),
        },
        {
          id: 'portion',
          label: t('finance.explorer.portion'),
          align: 'end',
          secondary: true,
          cell: group => {
            const amount = group.series.converted.total;
            return (
              <span className={styles.portion}>
                <span className={styles.bar} aria-hidden="true">
                  <span
                    className={styles.fill}
                    style={{
                      width: `${barPercent(amount, longest, currency)}%`,
                    }}
                  />
                </span>
                {portionText(
                  portionPercent(amount, total, currency),
                  format.locale,
                )}
              </span>
            );
          },
        },
      ]}
    />
  );
}

/** What was booked, below an amount, when that is another currency. */
function Booked(props: { group: CostGroup; currency: string }) {
  const { group, currency } = props;
  const booked = group.series.booked.filter(
    series => series.currency !== currency,
  );
  return booked.length === 0 ? null : (
    <div className={styles.booked}>
      <InlineNote>
        <AmountList
          amounts={booked.map(series => ({
            amount: series.total,
            currency: series.currency,
          }))}
        />
      </InlineNote>
    </div>
  );
}

function nodeOf(by: CostAnswer['by'], group: CostGroup): string | undefined {
  switch (by) {
    case 'service':
    case 'owner':
      return group.ref ?? group.key;
    case 'supplier':
    case 'class':
    case 'cost-center':
      return `${by}:${group.key}`;
    default:
      return undefined;
  }
}
