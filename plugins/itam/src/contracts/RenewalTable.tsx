import type { RenewalEntry } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import {
  AmountList,
  Chip,
  InlineNote,
  RecordName,
  titleOfRef,
  type Tone,
  usePaths,
  VendorLink,
} from '../ui';
import { stackedRole } from '../ui/DataTable';
import tableStyles from '../ui/DataTable.module.css';
import { atStake } from './atStake';
import styles from './Contracts.module.css';
import { dayRowId } from './focusDay';

/** Sooner than this, a date is marked. */
const SOON_DAYS = 14;

const TONES: Record<RenewalEntry['state'], Tone> = {
  active: 'positive',
  expiring: 'warning',
  'notice-due': 'warning',
  renewing: 'info',
  expired: 'negative',
  ended: 'neutral',
};

/**
 * Renewals in order of the next date to act on, under the month of that date.
 */
export function RenewalTable(props: {
  items: readonly RenewalEntry[];
  /** Its renewals are marked. */
  chosenDay?: string;
}) {
  const { items, chosenDay } = props;
  const t = useTexts();
  const format = useFormat();
  const withMoney = items.some(item => item.currentAmount || item.nextAmount);
  const columnCount = withMoney ? 7 : 5;
  return (
    <div
      className={`${tableStyles.scroll} ${tableStyles.stacks}`}
      role="group"
      aria-label={t('renewals.title')}
      // Scrolls sideways on narrow screens, so the keyboard must reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={`${tableStyles.table} ${styles.table}`}
        aria-label={t('renewals.title')}
        {...stackedRole('table')}
      >
        <thead {...stackedRole('rowgroup')}>
          <tr {...stackedRole('row')}>
            <th scope="col" {...stackedRole('columnheader')}>
              {t('renewals.columns.record')}
            </th>
            <th
              scope="col"
              className={tableStyles.end}
              {...stackedRole('columnheader')}
            >
              {t('renewals.columns.daysLeft')}
            </th>
            <th scope="col" {...stackedRole('columnheader')}>
              {t('renewals.columns.dueOn')}
            </th>
            <th scope="col" {...stackedRole('columnheader')}>
              {t('renewals.columns.state')}
            </th>
            <th
              scope="col"
              className={tableStyles.secondary}
              {...stackedRole('columnheader')}
            >
              {t('renewals.columns.kind')}
            </th>
            {withMoney && (
              <>
                <th
                  scope="col"
                  className={`${tableStyles.end} ${tableStyles.secondary}`}
                  {...stackedRole('columnheader')}
                >
                  {t('renewals.columns.current')}
                </th>
                <th
                  scope="col"
                  className={tableStyles.end}
                  {...stackedRole('columnheader')}
                >
                  {t('renewals.columns.next')}
                </th>
              </>
            )}
          </tr>
        </thead>
        {byMonth(items).map(({ month, entries }) => (
          <tbody key={month} {...stackedRole('rowgroup')}>
            <tr className={styles.month} {...stackedRole('row')}>
              <th
                scope="rowgroup"
                colSpan={columnCount - (withMoney ? 3 : 0)}
                {...stackedRole('rowheader')}
              >
                {format.month(month)}{' '}
                <InlineNote>
                  {t('renewals.count', { count: entries.length })}
                </InlineNote>
              </th>
              {withMoney && (
                <td
                  className={tableStyles.end}
                  colSpan={3}
                  {...stackedRole('cell')}
                >
                  <AmountList amounts={atStake(entries)} />
                </td>
              )}
            </tr>
            {entries.map((entry, at) => (
              <RenewalRow
                key={entry.record.ref}
                entry={entry}
                withMoney={withMoney}
                isFirstOfDay={entries[at - 1]?.dueOn !== entry.dueOn}
                isChosen={entry.dueOn === chosenDay}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function RenewalRow(props: {
  entry: RenewalEntry;
  withMoney: boolean;
  isFirstOfDay: boolean;
  isChosen: boolean;
}) {
  const { entry, withMoney, isFirstOfDay, isChosen } = props;
  const { record } = entry;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  return (
    <tr
      id={isFirstOfDay ? dayRowId(entry.dueOn) : undefined}
      tabIndex={isFirstOfDay ? -1 : undefined}
      className={isChosen ? styles.chosen : undefined}
      {...stackedRole('row')}
    >
      <th
        scope="row"
        className={tableStyles.ownLine}
        {...stackedRole('rowheader')}
      >
        <RecordName
          kind={record.kind}
          title={record.title}
          recordRef={record.ref}
          href={paths.record(record.ref)}
          detail={record.owner && titleOfRef(record.owner)}
          more={
            record.vendor && (
              <VendorLink vendor={record.vendor} title={record.vendorTitle} />
            )
          }
        />
      </th>
      <td className={tableStyles.end} {...stackedRole('cell')}>
        <DaysLeft days={entry.daysLeft} />
      </td>
      <td {...stackedRole('cell')}>
        <span className={styles.due}>
          {t(`renewals.due.${entry.dueKind}`, {
            date: format.date(entry.dueOn),
          })}
        </span>
        <InlineNote>{dueDetail()}</InlineNote>
      </td>
      <td {...stackedRole('cell')}>
        <Chip tone={TONES[entry.state]}>
          {t(`record.term.state.${entry.state}`)}
        </Chip>
      </td>
      <td className={tableStyles.secondary} {...stackedRole('cell')}>
        {t(`record.term.renewalKind.${entry.renewalKind}`)}
      </td>
      {withMoney && (
        <>
          <td
            className={`${tableStyles.end} ${tableStyles.secondary}`}
            {...stackedRole('cell')}
          >
            {entry.currentAmount && format.amount(entry.currentAmount)}
          </td>
          <td className={tableStyles.end} {...stackedRole('cell')}>
            {entry.nextAmount && (
              <>
                <span className={styles.money}>
                  {format.amount(entry.nextAmount)}
                </span>
                {entry.estimated && (
                  <InlineNote>{t('renewals.estimated')}</InlineNote>
                )}
              </>
            )}
          </td>
        </>
      )}
    </tr>
  );

  function dueDetail(): string | undefined {
    if (entry.noticeGiven) {
      return t('renewals.noticeGiven', {
        date: format.date(entry.noticeGiven),
      });
    }
    if (!entry.end) {
      return t('renewals.openEnded');
    }
    return entry.dueKind === 'notice'
      ? t('renewals.termEnds', { date: format.date(entry.end) })
      : undefined;
  }
}

function DaysLeft(props: { days: number | undefined }) {
  const { days } = props;
  const t = useTexts();
  if (days === undefined) {
    return null;
  }
  if (days < 0) {
    return <Chip tone="negative">{t('renewals.past', { count: -days })}</Chip>;
  }
  const text =
    days === 0 ? t('renewals.today') : t('renewals.left', { count: days });
  return days <= SOON_DAYS ? <Chip tone="warning">{text}</Chip> : <>{text}</>;
}

function byMonth(
  items: readonly RenewalEntry[],
): { month: string; entries: RenewalEntry[] }[] {
  const months = new Map<string, RenewalEntry[]>();
  for (const item of items) {
    const month = item.dueOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return [...months].map(([month, entries]) => ({ month, entries }));
}
