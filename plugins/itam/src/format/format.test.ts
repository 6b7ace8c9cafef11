import { DateTime } from 'luxon';
import {
  daysUntil,
  formatDate,
  formatDatesIn,
  formatFigure,
  formatMoney,
  formatMonth,
  formatMoneyCompact,
  formatPercent,
  formatRate,
  formatRelative,
  monthPlus,
  monthsBetween,
} from '.';

describe('formatMoney', () => {
  it.each([
    ['12480.22', 'EUR', 'en-GB', '€12,480.22'],
    ['-0.01', 'EUR', 'en-GB', '−€0.01'],
    ['1000', 'JPY', 'en-US', '¥1,000'],
    ['1.234', 'KWD', 'en-US', 'KWD\u00a01.234'],
    ['12480.20', 'EUR', 'de-DE', '12.480,20\u00a0€'],
  ])('writes %s %s in %s', (amount, currency, locale, text) => {
    expect(formatMoney(amount, currency, locale)).toBe(text);
  });

  it('keeps digits a number would lose', () => {
    expect(formatMoney('9999999999999999.99', 'EUR', 'en-GB')).toBe(
      '€9,999,999,999,999,999.99',
    );
  });

  it.each([
    ['4.10', '+€4.10'],
    ['-4.10', '−€4.10'],
    ['0.00', '€0.00'],
  ])('writes %s as a difference', (amount, text) => {
    expect(formatMoney(amount, 'EUR', 'en-GB', 'exceptZero')).toBe(text);
  });

  it('shows what is no amount as it came', () => {
    expect(formatMoney('n/a', 'EUR', 'en-GB')).toBe('n/a EUR');
  });
});

describe('formatFigure', () => {
  it.each([
    ['12480.20', 'en-GB', '12,480.20'],
    ['12480.20', 'de-DE', '12.480,20'],
    ['1000', 'en-US', '1,000'],
    ['-0.01', 'en-GB', '−0.01'],
    ['9999999999999999.99', 'en-GB', '9,999,999,999,999,999.99'],
    ['n/a', 'en-GB', 'n/a'],
  ])('writes %s in %s without a currency', (amount, locale, text) => {
    expect(formatFigure(amount, locale)).toBe(text);
  });
});

describe('formatMoneyCompact', () => {
  it.each([
    [12_480, undefined, '€12.5k'],
    [12_480, { from: 0, to: 30_000 }, '€12.5k'],
    // Ticks of an axis that spans little would all read €6.8k.
    [6_766, { from: 6_740, to: 6_780 }, '€6,766'],
    [6_766.5, { from: 6_765, to: 6_769 }, '€6,766.50'],
    // All ticks of an axis are written in one way.
    [10_000, { from: 9_800, to: 13_700 }, '€10,000'],
    [14_000, { from: 9_800, to: 13_700 }, '€14,000'],
    [6_000, { from: 6_000, to: 14_000 }, '€6k'],
    [14_000, { from: 6_000, to: 14_000 }, '€14k'],
  ])('writes %s on an axis of %j', (amount, axis, text) => {
    expect(
      formatMoneyCompact(amount, 'EUR', 'en-GB', axis).toLocaleLowerCase(),
    ).toBe(text);
  });
});

describe('formatRate', () => {
  it.each([
    ['1.1323', 'USD', 'en-GB', 'US$1.1323'],
    ['1.1', 'USD', 'en-US', '$1.10'],
    ['176.32', 'JPY', 'en-US', '¥176.32'],
    ['1', 'EUR', 'de-DE', '1,00\u00a0€'],
    ['?', 'USD', 'en-US', '? USD'],
  ])('writes %s %s in %s', (units, currency, locale, text) => {
    expect(formatRate(units, currency, locale)).toBe(text);
  });
});

describe('percents', () => {
  it('writes the text as a percentage', () => {
    expect(formatPercent('33.34', 'en-GB')).toBe('33.34%');
    expect(formatPercent('4.1', 'de-DE')).toBe('4,1\u00a0%');
    expect(formatPercent('97.3', 'en-GB', 2)).toBe('97.30%');
    expect(formatPercent('?', 'en-GB')).toBe('?');
  });
});

describe('months and dates', () => {
  it('writes months', () => {
    expect(formatMonth('2026-10', 'en-GB')).toBe('Oct 2026');
    expect(formatMonth('2026-13', 'en-GB')).toBe('2026-13');
  });

  it('steps over years and lists both ends', () => {
    expect(monthPlus('2026-01', -1)).toBe('2025-12');
    expect(monthsBetween('2025-11', '2026-02')).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
  });

  it('writes dates and leaves other text alone', () => {
    expect(formatDate('2026-11-01', 'en-GB')).toBe('1 Nov 2026');
    expect(formatDate('soon', 'en-GB')).toBe('soon');
  });

  it('writes the dates within a text', () => {
    expect(
      formatDatesIn('Ended on 2026-10-31; until 2026-13-01, HW-2026-10', 'de'),
    ).toBe('Ended on 31. Okt. 2026; until 2026-13-01, HW-2026-10');
  });

  it('counts days from the day, not the hour', () => {
    const evening = DateTime.fromISO('2026-10-24T23:30:00');
    expect(daysUntil('2026-10-25', evening)).toBe(1);
    expect(daysUntil('2026-10-24', evening)).toBe(0);
    expect(daysUntil('2026-10-23', evening)).toBe(-1);
    expect(daysUntil('later', evening)).toBeUndefined();
  });

  it('tells an age', () => {
    expect(
      formatRelative(
        '2026-10-24T07:58:00Z',
        DateTime.fromISO('2026-10-24T08:00:00Z'),
        'en-GB',
      ),
    ).toBe('2 minutes ago');
  });
});
