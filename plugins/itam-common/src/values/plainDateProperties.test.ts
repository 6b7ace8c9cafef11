import fc from 'fast-check';
import { DateTime } from 'luxon';
import { seedProperties } from '../__testUtils__/propertySeed';
import { addDays, addMonths, daysBetween, isPlainDate } from './plainDate';
import { daysInMonth, lastDayOfMonth, monthIndex } from './month';

seedProperties();

const FORMAT = 'yyyy-MM-dd';

/** Dates that leave room for what is added to them. */
const dates = fc
  .integer({ min: 0, max: 2_900_000 })
  .map(days => DateTime.utc(1900, 1, 1).plus({ days }));

const parts = fc.record({
  year: fc.integer({ min: 1_880, max: 9_999 }),
  month: fc.integer({ min: 0, max: 14 }),
  day: fc.integer({ min: 0, max: 33 }),
});

const padded = (value: number) => String(value).padStart(2, '0');

describe('plain dates beside another calendar', () => {
  it('accepts the same dates', () => {
    fc.assert(
      fc.property(parts, ({ year, month, day }) => {
        expect(isPlainDate(`${year}-${padded(month)}-${padded(day)}`)).toBe(
          DateTime.utc(year, month, day).isValid && year >= 1_900,
        );
      }),
    );
  });

  it('accepts the same ends of February', () => {
    for (let year = 1_900; year <= 9_999; year += 1) {
      expect(isPlainDate(`${year}-02-29`)).toBe(
        DateTime.utc(year, 2, 29).isValid,
      );
    }
  });

  it('adds days', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: -50_000, max: 50_000 }),
        (date, days) => {
          expect(addDays(date.toFormat(FORMAT), days)).toBe(
            date.plus({ days }).toFormat(FORMAT),
          );
        },
      ),
    );
  });

  it('adds months', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: -1_200, max: 1_200 }),
        (date, months) => {
          expect(addMonths(date.toFormat(FORMAT), months)).toBe(
            date.plus({ months }).toFormat(FORMAT),
          );
        },
      ),
    );
  });

  it('counts days', () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        expect(daysBetween(from.toFormat(FORMAT), to.toFormat(FORMAT))).toBe(
          to.diff(from, 'days').days,
        );
      }),
    );
  });

  it('ends months on the same day', () => {
    fc.assert(
      fc.property(dates, date => {
        const month = monthIndex(date.year, date.month);
        expect(lastDayOfMonth(month)).toBe(
          date.endOf('month').toFormat(FORMAT),
        );
        expect(daysInMonth(month)).toBe(date.daysInMonth);
      }),
    );
  });
});
