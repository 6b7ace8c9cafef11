import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { fiscalYearOf, monthFromText, monthText } from '../values';
import { budgetStatus } from './budgetStatus';
import { fiscalYearMonths } from './fiscalYearMonths';
import { plannedMonths } from './plannedMonths';

seedProperties();
describe('the months of a fiscal year', () => {
  it.each([
    [2026, 7, '2025-07', '2026-06'],
    [2026, 1, '2026-01', '2026-12'],
    [2000, 12, '1999-12', '2000-11'],
  ])('%i starting in month %i', (year, start, first, last) => {
    const { from, toExclusive } = fiscalYearMonths(year, start);
    expect([monthText(from), monthText(toExclusive - 1)]).toEqual([
      first,
      last,
    ]);
  });

  it('all belong to it, and follow those of the year before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2150 }),
        fc.integer({ min: 1, max: 12 }),
        (year, start) => {
          const { from, toExclusive } = fiscalYearMonths(year, start);
          for (let month = from; month < toExclusive; month++) {
            expect(fiscalYearOf(month, start)).toBe(year);
          }
          expect(fiscalYearMonths(year + 1, start).from).toBe(toExclusive);
          expect(monthFromText(monthText(from))).toBe(from);
        },
      ),
    );
  });
});

describe('an evenly planned budget', () => {
  it('is whole in the last month', () => {
    expect(plannedMonths(10_000n, 3)).toEqual([3333n, 6667n, 10_000n]);
    expect(plannedMonths(1_200n)).toHaveLength(12);
  });

  it('never differs from the exact plan by more than half a unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 1, max: 36 }),
        (budget, months) => {
          const planned = plannedMonths(budget, months);
          expect(planned[months - 1]).toBe(budget);
          planned.forEach((minor, index) => {
            const off = minor * BigInt(months) - budget * BigInt(index + 1);
            const twice = 2n * (off < 0n ? -off : off);
            expect(twice <= BigInt(months)).toBe(true);
          });
        },
      ),
    );
  });

  it.each([0, -1, 1.5])('is refused over %d months', months => {
    expect(() => plannedMonths(1n, months)).toThrow(RangeError);
  });
});

describe('how a budget stands', () => {
  const figures = {
    budgetMinor: 100_000n,
    actualMinor: 60_000n,
    committedMinor: 30_000n,
    expectedMinor: 10_000n,
    ratesMissing: false,
  };

  it('is on track as long as the forecast is within it', () => {
    expect(budgetStatus(figures)).toEqual({
      state: 'on-track',
      forecastMinor: 100_000n,
      varianceMinor: 0n,
      usedPercent: '60',
      forecastPercent: '100',
    });
  });

  it('is at risk when the forecast is above it', () => {
    expect(budgetStatus({ ...figures, expectedMinor: 10_015n })).toEqual({
      state: 'at-risk',
      forecastMinor: 100_015n,
      varianceMinor: 15n,
      usedPercent: '60',
      forecastPercent: '100.02',
    });
  });

  it('is over once more is spent, and on track when all of it is', () => {
    const rest = { committedMinor: 0n, expectedMinor: 0n };
    expect(
      budgetStatus({ ...figures, ...rest, actualMinor: 100_001n }).state,
    ).toBe('over');
    expect(
      budgetStatus({ ...figures, ...rest, actualMinor: 100_000n }).state,
    ).toBe('on-track');
  });

  it('is unknown while rates are missing', () => {
    expect(
      budgetStatus({ ...figures, actualMinor: 200_000n, ratesMissing: true })
        .state,
    ).toBe('unknown');
  });

  it('has no percent of nothing, and one below it of credits', () => {
    expect(budgetStatus({ ...figures, budgetMinor: 0n })).toMatchObject({
      state: 'over',
      usedPercent: null,
      forecastPercent: null,
    });
    expect(budgetStatus({ ...figures, actualMinor: -505n }).usedPercent).toBe(
      '-0.51',
    );
    expect(budgetStatus({ ...figures, actualMinor: 0n }).usedPercent).toBe('0');
  });
});
