import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import type { BillingInterval, ChargeSpec } from '../entities/types';
import {
  accrualTotal,
  addDays,
  addMonths,
  formatAmount,
  monthFromText,
  monthOf,
  monthText,
} from '../values';
import { chargeAccruals, fullPeriods } from './chargeAccruals';

seedProperties();

const HORIZON = monthFromText('2031-01');

function charge(rest: Partial<ChargeSpec> = {}): ChargeSpec {
  return {
    amount: '120.00',
    currency: 'EUR',
    every: 'month',
    from: '2026-01-31',
    ...rest,
  };
}

function months(spec: ChargeSpec, lastDay: string | null = null) {
  const parts = chargeAccruals(spec, { lastDay, horizonMonth: HORIZON });
  const all: Record<string, number> = {};
  for (let month = monthFromText('2025-01'); month < HORIZON; month++) {
    const minor = parts.reduce(
      (sum, part) => sum + accrualTotal(part, month, month + 1),
      0n,
    );
    if (minor !== 0n) {
      all[monthText(month)] = Number(minor);
    }
  }
  return all;
}

describe('charges', () => {
  it('count periods from their first day, month lengths aside', () => {
    expect(months(charge({ until: '2026-03-30' }))).toEqual({
      '2026-01': 12000,
      '2026-02': 12000,
    });
    expect(months(charge({ until: '2026-03-31' }))).toEqual({
      '2026-01': 12000,
      '2026-02': 12000,
      '2026-03': 12000,
    });
  });

  it('accrue quarters over their months, the last over what is left', () => {
    expect(
      months(
        charge({ every: 'quarter', from: '2026-02-10', until: '2026-06-15' }),
      ),
    ).toEqual({
      '2026-02': 4000,
      '2026-03': 4000,
      '2026-04': 4000,
      '2026-05': 6000,
      '2026-06': 6000,
    });
  });

  it('run to the horizon without an end, exactly the amount each month', () => {
    const all = months(charge({ amount: '0.01' }));
    expect(Object.keys(all)).toHaveLength(60);
    expect(new Set(Object.values(all))).toEqual(new Set([1]));
  });

  it('end with the term or ownership when that is earlier', () => {
    expect(months(charge({ until: '2026-12-31' }), '2026-02-28')).toEqual({
      '2026-01': 12000,
      '2026-02': 12000,
    });
    expect(months(charge(), '2026-01-30')).toEqual({});
    expect(months(charge({ from: '2032-01-01' }))).toEqual({});
  });

  it('fall in their month once, unless spread', () => {
    expect(months(charge({ every: 'once' }), '2025-01-01')).toEqual({
      '2026-01': 12000,
    });
    const spread = { from: '2026-01-10', until: '2026-04-09' };
    expect(months(charge({ every: 'once', spread }))).toEqual({
      '2026-01': 3000,
      '2026-02': 3000,
      '2026-03': 3000,
      '2026-04': 3000,
    });
    expect(months(charge({ every: 'once', spread }), '2026-02-15')).toEqual({
      '2026-01': 6000,
      '2026-02': 6000,
    });
    expect(
      months(
        charge({ every: 'once', spread, prorate: 'day', amount: '90.00' }),
      ),
    ).toEqual({
      '2026-01': 2200,
      '2026-02': 2800,
      '2026-03': 3100,
      '2026-04': 900,
    });
  });

  it('may be refunds', () => {
    expect(
      months(charge({ amount: '-12.00', credit: true, every: 'once' })),
    ).toEqual({ '2026-01': -1200 });
    expect(months(charge({ amount: '0.00' }))).toEqual({});
  });

  it('accrue every period in full, whenever they end', () => {
    fc.assert(
      fc.property(
        fc.record({
          minor: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
          every: fc.constantFrom<BillingInterval>('month', 'quarter', 'year'),
          start: fc.integer({ min: 0, max: 700 }),
          days: fc.integer({ min: 0, max: 900 }),
          prorate: fc.constantFrom('month' as const, 'day' as const),
        }),
        ({ minor, every, start, days, prorate }) => {
          const from = addDays('2024-01-01', start);
          const until = addDays(from, days);
          const parts = chargeAccruals(
            charge({
              amount: formatAmount(minor, 'EUR'),
              every,
              from,
              until,
              prorate,
            }),
            { lastDay: null, horizonMonth: HORIZON },
          );
          const interval = { month: 1, quarter: 3, year: 12, once: 0 }[every];
          let periods = 0n;
          while (addMonths(from, Number(periods) * interval) <= until) {
            periods += 1n;
          }
          const total = parts.reduce(
            (sum, part) =>
              sum + accrualTotal(part, monthOf(from), monthOf(until) + 1),
            0n,
          );
          expect(total).toBe(minor * periods);
        },
      ),
    );
  });

  it('count whole periods between dates', () => {
    expect(fullPeriods('2026-01-31', '2026-02-28', 1)).toBe(1);
    expect(fullPeriods('2026-01-31', '2026-02-27', 1)).toBe(0);
    expect(fullPeriods('2026-01-01', '2027-01-01', 12)).toBe(1);
  });
});
