import { DateTime, Info } from 'luxon';

/** A month as a calendar shows it. */
export interface MonthGrid {
  /** Narrow names of the days of the week, in the order of the locale. */
  weekdays: { short: string; long: string }[];
  /** Weeks of seven ISO dates; undefined outside of the month. */
  weeks: (string | undefined)[][];
}

/**
 * The weeks of a month `YYYY-MM`, which start on the day they start on where
 * the reader lives.
 */
export function monthGrid(month: string, locale: string): MonthGrid {
  const first = DateTime.fromISO(`${month}-01`);
  const start = Info.getStartOfWeek({ locale });
  const [short, long] = (['narrow', 'long'] as const).map(length =>
    Info.weekdays(length, { locale }),
  );
  const order = Array.from(
    { length: 7 },
    (_, index) => (start - 1 + index) % 7,
  );
  const before = (first.weekday - start + 7) % 7;
  const days = first.daysInMonth ?? 0;
  const weeks: (string | undefined)[][] = [];
  for (let at = 0; at < before + days; at += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = at + index - before + 1;
        return day >= 1 && day <= days
          ? `${month}-${String(day).padStart(2, '0')}`
          : undefined;
      }),
    );
  }
  return {
    weekdays: order.map(index => ({ short: short[index], long: long[index] })),
    weeks,
  };
}
