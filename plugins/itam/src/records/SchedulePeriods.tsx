import type { DepreciationScheduleAnswer } from '@backstage-itam/plugin-itam-common';
import { isZero } from '../cost/amounts';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Chip, type DataColumn, DataTable, InlineNote } from '../ui';
import styles from './Schedule.module.css';

/** Marks the current period, for the list to open there. */
export const CURRENT_PERIOD = 'data-current-period';

type Period = DepreciationScheduleAnswer['periods'][number];

/**
 * Opening, movements and closing by period. Impairment and improvement have a
 * column only when there is one.
 */
export function SchedulePeriods(props: {
  schedule: DepreciationScheduleAnswer;
}) {
  const { currency, periods, by } = props.schedule;
  const t = useTexts();
  const format = useFormat();
  const money = (amount: string) => format.money(amount, currency);
  const figure = (
    id: 'openingBook' | 'closingBook',
    label: string,
  ): DataColumn<Period> => ({
    id,
    label,
    align: 'end',
    named: true,
    cell: period => (
      <span className={classOf(period)}>{money(period[id])}</span>
    ),
  });
  const movement = (
    id: 'depreciation' | 'impairment' | 'improvement',
    sign: '−' | '+',
  ): DataColumn<Period>[] =>
    id !== 'depreciation' && periods.every(period => isZero(period[id]))
      ? []
      : [
          {
            id,
            label: t(`schedule.${id}`),
            align: 'end',
            named: true,
            cell: period => (
              <span className={classOf(period)}>
                {isZero(period[id]) ? '–' : `${sign}${money(period[id])}`}
              </span>
            ),
          },
        ];
  return (
    <DataTable
      stacks
      label={t('schedule.title')}
      rows={periods}
      rowKey={period => period.label}
      columns={[
        {
          id: 'period',
          label: t('schedule.period'),
          oneLine: true,
          ownLine: true,
          named: false,
          cell: period => (
            <span
              className={classOf(period)}
              {...(period.state === 'current' ? { [CURRENT_PERIOD]: '' } : {})}
            >
              {by === 'month' ? format.month(period.from) : period.label}{' '}
              {period.state === 'current' && (
                <Chip tone="info">{t('schedule.current')}</Chip>
              )}
              {period.state === 'future' && (
                <InlineNote>{t('schedule.future')}</InlineNote>
              )}
            </span>
          ),
        },
        { ...figure('openingBook', t('schedule.opening')), secondary: true },
        ...movement('depreciation', '−'),
        ...movement('impairment', '−'),
        ...movement('improvement', '+'),
        figure('closingBook', t('schedule.closing')),
      ]}
    />
  );
}

function classOf(period: Period): string | undefined {
  switch (period.state) {
    case 'current':
      return styles.current;
    case 'future':
      return styles.future;
    default:
      return undefined;
  }
}
