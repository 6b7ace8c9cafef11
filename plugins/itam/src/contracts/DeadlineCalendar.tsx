import type { RenewalEntry } from '@backstage-itam/plugin-itam-common';
import { DateTime } from 'luxon';
import { type Format, monthsBetween, useFormat } from '../format';
import { type SectionTexts, useSectionTexts } from '../translation';
import { AmountList, InlineNote, Note } from '../ui';
import { atStake } from './atStake';
import styles from './DeadlineCalendar.module.css';
import { monthGrid } from './monthGrid';

const MOST_MONTHS = 12;

/**
 * The months of a range with the days something is due on, and what is at
 * stake in each month; a day leads to its renewals in the table.
 */
export function DeadlineCalendar(props: {
  range: { from: string; to: string };
  items: readonly RenewalEntry[];
  chosen: string | undefined;
  onChoose(day: string): void;
}) {
  const { range, items, chosen, onChoose } = props;
  const t = useSectionTexts();
  const months = monthsBetween(range.from.slice(0, 7), range.to.slice(0, 7));
  return (
    <section aria-label={t('calendar.title')}>
      <div
        className={styles.months}
        role="group"
        aria-label={t('calendar.title')}
        // Scrolls sideways on narrow screens, so the keyboard must reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {months.slice(0, MOST_MONTHS).map(month => (
          <Month
            key={month}
            month={month}
            range={range}
            entries={items.filter(item => item.dueOn.startsWith(month))}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {(['notice', 'term'] as const).map(kind => (
          <li key={kind}>
            <span
              className={styles.swatch}
              data-notice={kind === 'notice' || undefined}
              aria-hidden="true"
            />
            {t(`calendar.legend.${kind}`)}
          </li>
        ))}
      </ul>
      {months.length > MOST_MONTHS && <Note>{t('calendar.more')}</Note>}
    </section>
  );
}

function Month(props: {
  month: string;
  range: { from: string; to: string };
  entries: readonly RenewalEntry[];
  chosen: string | undefined;
  onChoose(day: string): void;
}) {
  const { month, range, entries, chosen, onChoose } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const { weekdays, weeks } = monthGrid(month, format.locale);
  const amounts = atStake(entries);
  const dueOn = (day: string) => entries.filter(entry => entry.dueOn === day);
  const today = DateTime.now().toFormat('yyyy-MM-dd');
  return (
    <div className={styles.month}>
      <div className={styles.heading}>
        <strong>{format.month(month)}</strong>
        <InlineNote>
          {entries.length === 0
            ? t('calendar.noDeadline')
            : t('calendar.count', { count: entries.length })}
        </InlineNote>
      </div>
      <table
        className={styles.grid}
        aria-label={t('calendar.month', { month: format.month(month) })}
      >
        <thead>
          <tr>
            {weekdays.map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={week.find(Boolean) ?? index}>
              {week.map((day, at) => {
                const due = day ? dueOn(day) : [];
                const classes = [
                  day && (day < range.from || day > range.to)
                    ? styles.outside
                    : '',
                  day === today ? styles.today : '',
                ];
                return (
                  <td
                    // A place in the grid never moves.
                    // eslint-disable-next-line react/no-array-index-key
                    key={at}
                    className={classes.join(' ').trim() || undefined}
                    aria-current={day === today ? 'date' : undefined}
                  >
                    {day && due.length > 0 ? (
                      <button
                        type="button"
                        className={styles.due}
                        data-notice={
                          due.some(({ dueKind }) => dueKind === 'notice') ||
                          undefined
                        }
                        aria-pressed={day === chosen}
                        aria-label={dayText(t, format, day, due)}
                        title={due.map(({ record }) => record.title).join('\n')}
                        onClick={() => onChoose(day)}
                      >
                        {Number(day.slice(8))}
                      </button>
                    ) : (
                      day && <span>{Number(day.slice(8))}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {amounts.length > 0 && (
        <div className={styles.stake}>
          <InlineNote>{t('calendar.atStake')}</InlineNote>
          <span>
            <AmountList amounts={amounts} />
          </span>
        </div>
      )}
    </div>
  );
}

function dayText(
  t: SectionTexts,
  format: Format,
  day: string,
  due: readonly RenewalEntry[],
): string {
  const text = t('calendar.day', {
    date: format.date(day),
    count: due.length,
  });
  const amounts = atStake(due);
  return amounts.length === 0
    ? text
    : t('calendar.dayAmount', {
        day: text,
        amount: amounts.map(format.amount).join(' + '),
      });
}
