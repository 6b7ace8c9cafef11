import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import {
  addDays,
  addMonths,
  comparePlainDates,
  daysBetween,
  isPlainDate,
  plainDateOf,
} from './plainDate';
import {
  daysInMonth,
  firstDayOfMonth,
  fiscalYearOf,
  fiscalYearStart,
  isMonthText,
  lastDayOfMonth,
  monthIndex,
  monthFromText,
  monthOf,
  monthText,
} from './month';

seedProperties();

describe('plain dates', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01', '9999-12-31'])(
    'knows %s',
    text => expect(isPlainDate(text)).toBe(true),
  );

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '0026-01-01',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
  ])('refuses %j', text => expect(isPlainDate(text)).toBe(false));

  it('counts months from the anchor', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
    expect(addMonths('2027-01-01', -3)).toBe('2026-10-01');
  });

  it('adds days across months and summer time', () => {
    expect(addDays('2026-03-28', 3)).toBe('2026-03-31');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-03-28', '2026-03-31')).toBe(3);
    expect(daysBetween('2026-03-31', '2026-03-28')).toBe(-3);
  });

  it('compares', () => {
    expect(comparePlainDates('2026-01-01', '2026-01-02')).toBe(-1);
    expect(comparePlainDates('2026-01-01', '2026-01-01')).toBe(0);
    expect(comparePlainDates('2026-01-03', '2026-01-02')).toBe(1);
  });

  it('throws on what is no date', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('not a calendar date');
    expect(() => monthOf('202601')).toThrow('not a calendar date');
    expect(() => monthFromText('2026-13')).toThrow('not a calendar date');
  });

  it('gives the date of an instant in UTC', () => {
    expect(plainDateOf(new Date('2026-01-01T23:30:00-05:00'))).toBe(
      '2026-01-02',
    );
  });

  it('takes back as many days as it added', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: -20_000, max: 20_000 }),
        (start, days) => {
          const date = addDays('1960-01-01', start);
          const later = addDays(date, days);
          expect(daysBetween(date, later)).toBe(days);
        },
      ),
    );
  });
});

describe('months', () => {
  it('are numbers', () => {
    expect(monthOf('2026-01-31')).toBe(24312);
    expect(monthIndex(2026, 1)).toBe(24312);
    expect(monthText(24312)).toBe('2026-01');
    expect(monthFromText('2026-12')).toBe(24323);
    expect(firstDayOfMonth(24313)).toBe('2026-02-01');
    expect(lastDayOfMonth(24313)).toBe('2026-02-28');
    expect(lastDayOfMonth(monthIndex(9999, 12))).toBe('9999-12-31');
    expect(daysInMonth(monthIndex(2024, 2))).toBe(29);
    expect(isMonthText('2026-00')).toBe(false);
    expect(isMonthText('2026-09')).toBe(true);
  });

  it('belong to the fiscal year named after its last month', () => {
    expect(fiscalYearOf(monthFromText('2025-07'), 7)).toBe(2026);
    expect(fiscalYearOf(monthFromText('2026-06'), 7)).toBe(2026);
    expect(fiscalYearOf(monthFromText('2026-07'), 7)).toBe(2027);
    expect(fiscalYearOf(monthFromText('2026-12'), 1)).toBe(2026);
    expect(monthText(fiscalYearStart(2026, 7))).toBe('2025-07');
    expect(monthText(fiscalYearStart(2026, 1))).toBe('2026-01');
  });
});
