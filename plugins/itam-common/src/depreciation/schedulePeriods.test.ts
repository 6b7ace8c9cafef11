import fc from 'fast-check';
import type { AssetSpec } from '../entities/types';
import { seedProperties } from '../__testUtils__/propertySeed';
import { monthFromText, monthOf, monthText } from '../values';
import { disposalResult } from './disposalResult';
import { depreciationRuleOf } from './rule';
import { depreciationSchedule } from './schedule';
import { schedulePeriods } from './schedulePeriods';
import { anyAsset } from './__testUtils__/anyAsset';

seedProperties();

const base: AssetSpec = {
  class: 'hardware',
  type: 'server',
  stage: 'maintenance',
  owner: 'group:default/a',
  inService: '2025-05-10',
  financials: {
    purchase: { amount: '1200.00', currency: 'EUR', date: '2025-05-01' },
    depreciation: { method: 'straight-line', months: 12 },
    events: [
      { date: '2026-02-01', kind: 'impairment', amount: '30.00' },
      { date: '2027-08-01', kind: 'improvement', amount: '50.00' },
    ],
  },
};

function scheduleOf(spec: AssetSpec) {
  const schedule = depreciationSchedule(spec, {});
  if (!schedule) {
    throw new Error('The asset has no schedule');
  }
  return schedule;
}

describe('the periods of a schedule', () => {
  it('are whole fiscal years, also those in which nothing happens', () => {
    expect(
      schedulePeriods(scheduleOf(base), 'fiscal-year', 7).map(period => ({
        ...period,
        fromMonth: monthText(period.fromMonth),
        toMonthExclusive: monthText(period.toMonthExclusive),
      })),
    ).toEqual([
      {
        label: 'FY25',
        fromMonth: '2024-07',
        toMonthExclusive: '2025-07',
        openingBookMinor: 120_000n,
        depreciationMinor: 20_000n,
        impairmentMinor: 0n,
        improvementMinor: 0n,
        closingBookMinor: 100_000n,
      },
      {
        label: 'FY26',
        fromMonth: '2025-07',
        toMonthExclusive: '2026-07',
        openingBookMinor: 100_000n,
        depreciationMinor: 97_000n,
        impairmentMinor: 3_000n,
        improvementMinor: 0n,
        closingBookMinor: 0n,
      },
      {
        label: 'FY27',
        fromMonth: '2026-07',
        toMonthExclusive: '2027-07',
        openingBookMinor: 0n,
        depreciationMinor: 0n,
        impairmentMinor: 0n,
        improvementMinor: 0n,
        closingBookMinor: 0n,
      },
      {
        label: 'FY28',
        fromMonth: '2027-07',
        toMonthExclusive: '2028-07',
        openingBookMinor: 0n,
        depreciationMinor: 5_000n,
        impairmentMinor: 0n,
        improvementMinor: 5_000n,
        closingBookMinor: 0n,
      },
    ]);
  });

  it('are every month from the first charge to the last', () => {
    const periods = schedulePeriods(scheduleOf(base), 'month');
    expect(periods[0]).toMatchObject({
      label: '2025-05',
      fromMonth: monthFromText('2025-05'),
      toMonthExclusive: monthFromText('2025-06'),
      depreciationMinor: 10_000n,
    });
    expect(periods.at(-1)).toMatchObject({ label: '2027-08' });
    expect(periods).toHaveLength(28);
  });

  it('start at cost, end with what is left and lose nothing between', () => {
    fc.assert(
      fc.property(
        anyAsset,
        fc.constantFrom('month' as const, 'fiscal-year' as const),
        fc.integer({ min: 1, max: 12 }),
        (spec, by, startMonth) => {
          const schedule = scheduleOf(spec);
          const periods = schedulePeriods(schedule, by, startMonth);
          let book = schedule.costMinor;
          periods.forEach((period, index) => {
            expect(period.openingBookMinor).toBe(book);
            book =
              book +
              period.improvementMinor -
              period.impairmentMinor -
              period.depreciationMinor;
            expect(period.closingBookMinor).toBe(book);
            expect(period.toMonthExclusive - period.fromMonth).toBe(
              by === 'month' ? 1 : 12,
            );
            expect(period.fromMonth).toBe(
              index > 0
                ? periods[index - 1].toMonthExclusive
                : period.fromMonth,
            );
            expect((period.fromMonth % 12) + 1).toBe(
              by === 'fiscal-year' ? startMonth : (period.fromMonth % 12) + 1,
            );
          });
          expect(book).toBe(schedule.remainingMinor);
        },
      ),
    );
  });
});

describe('the result of a disposal', () => {
  const disposed: AssetSpec = { ...base, disposal: { date: '2025-11-20' } };
  const withProceeds = (amount: string, currency: string): AssetSpec => ({
    ...disposed,
    financials: { ...disposed.financials, proceeds: { amount, currency } },
  });

  it('is proceeds less book value', () => {
    // Six of twelve months are depreciated when November begins.
    expect(disposalResult(withProceeds('650.00', 'EUR'), {})).toEqual({
      date: '2025-11-20',
      currency: 'EUR',
      bookMinor: 60_000n,
      proceedsMinor: 65_000n,
      resultMinor: 5_000n,
    });
    expect(disposalResult(disposed, {})).toMatchObject({
      proceedsMinor: 0n,
      resultMinor: -60_000n,
    });
  });

  it('is unknown across currencies, and nothing without a disposal', () => {
    expect(disposalResult(withProceeds('650.00', 'USD'), {})).toMatchObject({
      bookMinor: 60_000n,
      proceedsMinor: null,
      resultMinor: null,
    });
    expect(disposalResult(base, {})).toBeUndefined();
    expect(disposalResult({ ...disposed, financials: {} }, {})).toBeUndefined();
  });

  it('and what was charged before account for all cost', () => {
    fc.assert(
      fc.property(anyAsset, spec => {
        const result = disposalResult(spec, {});
        fc.pre(result !== undefined);
        const { costMinor, months } = scheduleOf(spec);
        const changes = months.reduce(
          (sum, period) =>
            sum +
            period.improvementMinor -
            period.impairmentMinor -
            period.depreciationMinor,
          costMinor,
        );
        expect(result.bookMinor).toBe(changes);
        expect(result.bookMinor).toBeGreaterThanOrEqual(0n);
        expect(result.resultMinor).toBe(
          (result.proceedsMinor ?? 0n) - result.bookMinor,
        );
      }),
    );
  });

  it('leaves no improvement uncounted that was made before it', () => {
    fc.assert(
      fc.property(anyAsset, spec => {
        const rule = depreciationRuleOf(spec, {});
        fc.pre(rule !== undefined && rule.disposedOn !== null);
        const disposalMonth = monthOf(rule.disposedOn);
        const made = rule.events.reduce(
          (sum, event) =>
            event.kind === 'improvement' && event.month <= disposalMonth
              ? sum + event.minor
              : sum,
          0n,
        );
        const charged = scheduleOf(spec).months.reduce(
          (sum, { depreciationMinor, impairmentMinor }) =>
            sum + depreciationMinor + impairmentMinor,
          0n,
        );
        expect(charged + (disposalResult(spec, {})?.bookMinor ?? 0n)).toBe(
          rule.costMinor + made,
        );
      }),
    );
  });
});
