import type { RenewalEntry } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import {
  AmountList,
  Chip,
  ColumnHeader,
  InlineNote,
  RecordName,
  RowHeader,
  StackableTable,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  titleOfRef,
  type Tone,
  usePaths,
  VendorLink,
} from '../ui';
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
    <StackableTable label={t('renewals.title')} className={styles.table}>
      <TableHead>
        <TableRow>
          <ColumnHeader>{t('renewals.columns.record')}</ColumnHeader>
          <ColumnHeader className={tableStyles.end}>
            {t('renewals.columns.daysLeft')}
          </ColumnHeader>
          <ColumnHeader>{t('renewals.columns.dueOn')}</ColumnHeader>
          <ColumnHeader>{t('renewals.columns.state')}</ColumnHeader>
          <ColumnHeader className={tableStyles.secondary}>
            {t('renewals.columns.kind')}
          </ColumnHeader>
          {withMoney && (
            <>
              <ColumnHeader
                className={`${tableStyles.end} ${tableStyles.secondary}`}
              >
                {t('renewals.columns.current')}
              </ColumnHeader>
              <ColumnHeader className={tableStyles.end}>
                {t('renewals.columns.next')}
              </ColumnHeader>
            </>
          )}
        </TableRow>
      </TableHead>
      {byMonth(items).map(({ month, entries }) => (
        <TableBody key={month}>
          <TableRow className={styles.month}>
            <RowHeader
              scope="rowgroup"
              colSpan={columnCount - (withMoney ? 3 : 0)}
            >
              {format.month(month)}{' '}
              <InlineNote>
                {t('renewals.count', { count: entries.length })}
              </InlineNote>
            </RowHeader>
            {withMoney && (
              <TableCell className={tableStyles.end} colSpan={3}>
                <AmountList amounts={atStake(entries)} />
              </TableCell>
            )}
          </TableRow>
          {entries.map((entry, at) => (
            <RenewalRow
              key={entry.record.ref}
              entry={entry}
              withMoney={withMoney}
              isFirstOfDay={entries[at - 1]?.dueOn !== entry.dueOn}
              isChosen={entry.dueOn === chosenDay}
            />
          ))}
        </TableBody>
      ))}
    </StackableTable>
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
    <TableRow
      id={isFirstOfDay ? dayRowId(entry.dueOn) : undefined}
      tabIndex={isFirstOfDay ? -1 : undefined}
      className={isChosen ? styles.chosen : undefined}
    >
      <RowHeader className={tableStyles.ownLine}>
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
      </RowHeader>
      <TableCell className={tableStyles.end}>
        <DaysLeft days={entry.daysLeft} />
      </TableCell>
      <TableCell>
        <span className={styles.due}>
          {t(`renewals.due.${entry.dueKind}`, {
            date: format.date(entry.dueOn),
          })}
        </span>
        <InlineNote>{dueDetail()}</InlineNote>
      </TableCell>
      <TableCell>
        <Chip tone={TONES[entry.state]}>
          {t(`record.term.state.${entry.state}`)}
        </Chip>
      </TableCell>
      <TableCell className={tableStyles.secondary}>
        {t(`record.term.renewalKind.${entry.renewalKind}`)}
      </TableCell>
      {withMoney && (
        <>
          <TableCell className={`${tableStyles.end} ${tableStyles.secondary}`}>
            {entry.currentAmount && format.amount(entry.currentAmount)}
          </TableCell>
          <TableCell className={tableStyles.end}>
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
          </TableCell>
        </>
      )}
    </TableRow>
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
