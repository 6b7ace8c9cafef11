import type {
  AssetFinancials,
  AssetSpec,
  DepreciationConvention,
  DepreciationSpec,
} from '../entities/types';
import { monthText } from '../values';
import { depreciationRuleOf } from './rule';
import { bookValueOn, depreciationSchedule } from './schedule';
import { UnsupportedDepreciationError } from './errors';

function spec(
  depreciation: DepreciationSpec | undefined,
  financials: AssetFinancials = {},
  rest: Partial<AssetSpec> = {},
): AssetSpec {
  return {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/a',
    inService: '2024-10-15',
    ...rest,
    financials: {
      purchase: { amount: '1000.00', currency: 'EUR', date: '2024-10-01' },
      ...(depreciation ? { depreciation } : {}),
      ...financials,
    },
  };
}

function months(value: AssetSpec): Record<string, string> {
  return Object.fromEntries(
    (depreciationSchedule(value, {})?.months ?? [])
      .filter(({ depreciationMinor }) => depreciationMinor !== 0n)
      .map(({ month, depreciationMinor }) => [
        monthText(month),
        String(depreciationMinor),
      ]),
  );
}

const straight = (
  convention: DepreciationConvention,
  life: number = 10,
): DepreciationSpec => ({ method: 'straight-line', months: life, convention });

describe('conventions', () => {
  it('full-month: in-service month full, disposal month none', () => {
    const all = months(spec(straight('full-month')));
    expect(Object.keys(all)).toHaveLength(10);
    expect(all['2024-10']).toBe('10000');
    expect(
      months(
        spec(straight('full-month'), {}, { disposal: { date: '2024-12-31' } }),
      ),
    ).toEqual({ '2024-10': '10000', '2024-11': '10000' });
  });

  it('next-month: starts the month after, disposal month full', () => {
    expect(months(spec(straight('next-month')))['2024-10']).toBeUndefined();
    expect(
      months(
        spec(straight('next-month'), {}, { disposal: { date: '2024-12-01' } }),
      ),
    ).toEqual({ '2024-11': '10000', '2024-12': '10000' });
    expect(
      months(
        spec(straight('next-month'), {}, { disposal: { date: '2024-10-20' } }),
      ),
    ).toEqual({});
  });

  it('half-month: first and disposal month take one half', () => {
    const all = months(spec(straight('half-month')));
    expect(all['2024-10']).toBe('5000');
    expect(all['2024-11']).toBe('10000');
    expect(all['2025-08']).toBe('5000');
    expect(
      months(
        spec(straight('half-month'), {}, { disposal: { date: '2024-12-20' } }),
      ),
    ).toEqual({ '2024-10': '5000', '2024-11': '10000', '2024-12': '5000' });
    expect(
      months(
        spec(straight('half-month'), {}, { disposal: { date: '2024-10-20' } }),
      ),
    ).toEqual({ '2024-10': '5000' });
    expect(
      months(
        spec(straight('half-month'), {}, { disposal: { date: '2024-09-20' } }),
      ),
    ).toEqual({});
  });

  it('daily: the disposal day is excluded', () => {
    const daily = spec(
      straight('daily', 12),
      { purchase: { amount: '365.00', currency: 'EUR', date: '2024-10-01' } },
      { disposal: { date: '2024-12-03' } },
    );
    expect(months(daily)).toEqual({
      '2024-10': '1700',
      '2024-11': '3000',
      '2024-12': '200',
    });
  });

  it('half-year: the disposal year takes half, through the disposal month', () => {
    const disposedIn = (date: string) =>
      months(spec(straight('half-year', 48), {}, { disposal: { date } }));
    const year = (all: Record<string, string>, name: string) =>
      Object.entries(all)
        .filter(([month]) => month.startsWith(name))
        .map(([, minor]) => Number(minor));
    const inThird = disposedIn('2026-05-20');
    expect(year(inThird, '2025').reduce((a, b) => a + b)).toBe(25000);
    expect(year(inThird, '2026')).toEqual([2500, 2500, 2500, 2500, 2500]);
    expect(year(disposedIn('2024-11-30'), '2024')).toEqual([3125, 3125]);
    expect(disposedIn('2028-09-01')).toEqual(
      months(spec(straight('half-year', 48))),
    );
    expect(disposedIn('2024-09-01')).toEqual({});
  });

  it('half-year follows the fiscal year and any declining method', () => {
    const schedule = depreciationSchedule(
      spec({
        method: 'declining-balance',
        months: 48,
        convention: 'half-year',
      }),
      { fiscalYearStartMonth: 7 },
    );
    // 1,000.00 · 2/4 · ½; then half of the rest; the last half takes it all.
    expect(
      schedule?.fiscalYears.map(({ fiscalYear, depreciationMinor }) => [
        fiscalYear,
        depreciationMinor,
      ]),
    ).toEqual([
      [2025, 25000n],
      [2026, 37500n],
      [2027, 18750n],
      [2028, 12500n],
      [2029, 6250n],
    ]);
    expect(monthText(schedule?.months.at(-1)?.month ?? 0)).toBe('2028-12');
  });
});

describe('rules', () => {
  it('are undefined without a purchase or a start', () => {
    expect(
      depreciationRuleOf({ ...spec(undefined), financials: {} }, {}),
    ).toBeUndefined();
    expect(
      bookValueOn({ ...spec(undefined), financials: {} }, '2026-01-01', {}),
    ).toBeUndefined();
  });

  it('refuse what cannot be computed', () => {
    const ruleOf =
      (depreciation: DepreciationSpec, financials: AssetFinancials = {}) =>
      () =>
        depreciationRuleOf(spec(depreciation, financials), {});
    const daily = straight('daily');
    const free = { amount: '0.00', currency: 'USD', date: '2024-01-01' };
    expect(ruleOf({ method: 'straight-line' })).toThrow(
      UnsupportedDepreciationError,
    );
    expect(ruleOf({ method: 'straight-line', months: 0 })).toThrow(
      'life-missing',
    );
    expect(ruleOf({ ...daily, salvage: '1000.01' })).toThrow(
      'salvage-above-cost',
    );
    expect(ruleOf({ ...daily, salvage: '-1.00' })).toThrow('salvage-text');
    expect(ruleOf({ ...daily, salvage: 'x%' })).toThrow('salvage-text');
    expect(
      ruleOf(
        { ...daily, salvage: '0.01' },
        {
          purchase: { ...free, booked: { amount: '1.00', currency: 'EUR' } },
        },
      ),
    ).toThrow('currency');
  });

  it('take the life of the class where the record names none', () => {
    const rule = depreciationRuleOf(spec({ method: 'straight-line' }), {
      defaultDepreciation: {
        hardware: { method: 'declining-balance', months: 36 },
      },
    });
    expect(rule).toMatchObject({ method: 'straight-line', lifeMonths: 36 });
  });
});

describe('events', () => {
  it('act from their month and leave what was before', () => {
    const before = months(spec(straight('full-month')));
    const after = months(
      spec(straight('full-month'), {
        events: [
          { date: '2025-01-31', kind: 'life', months: 17 },
          { date: '2025-02-10', kind: 'salvage', amount: '50.00' },
          { date: '2025-02-20', kind: 'impairment', amount: '130.00' },
        ],
      }),
    );
    for (const month of ['2024-10', '2024-11', '2024-12']) {
      expect(after[month]).toBe(before[month]);
    }
    expect(after['2025-01']).toBe('5000');
    // 650.00 − 130.00 − 50.00 over 13 months.
    expect(after['2025-02']).toBe('3615');
    expect(Object.keys(after).pop()).toBe('2026-02');
  });

  it('before the start change what is started with; after the end act at once', () => {
    expect(
      months(
        spec(straight('full-month'), {
          events: [
            { date: '2024-10-05', kind: 'improvement', amount: '100.00' },
            { date: '2026-03-05', kind: 'improvement', amount: '7.00' },
          ],
        }),
      ),
    ).toMatchObject({ '2024-10': '11000', '2026-03': '700' });
  });

  it('never impair below zero and lower the salvage with the book', () => {
    const schedule = depreciationSchedule(
      spec(
        { ...straight('full-month'), salvage: '500.00' },
        {
          events: [
            { date: '2024-12-01', kind: 'impairment', amount: '600.00' },
          ],
        },
      ),
      {},
    );
    expect(schedule?.remainingMinor).toBe(30000n);
    const total = depreciationSchedule(
      spec(straight('full-month'), {
        events: [{ date: '2024-12-01', kind: 'impairment', amount: '9999.00' }],
      }),
      {},
    );
    expect(total?.remainingMinor).toBe(0n);
    expect(total?.months.at(-1)).toMatchObject({
      impairmentMinor: 80000n,
      bookMinor: 0n,
    });
  });
});

describe('book value', () => {
  const value = spec(
    straight('full-month'),
    {},
    { disposal: { date: '2025-03-10' } },
  );
  it.each([
    ['2024-09-30', 0n],
    ['2024-10-01', 90000n],
    ['2024-12-24', 70000n],
    ['2025-02-28', 50000n],
    ['2025-03-01', 0n],
  ])('on %s', (asOf, minor) => {
    expect(bookValueOn(value, asOf, {})).toEqual({ minor, currency: 'EUR' });
  });

  it('is cost while the asset waits to be put in service', () => {
    expect(
      bookValueOn(
        spec(straight('daily'), {}, { inService: '2027-01-01' }),
        '2026-05-05',
        {},
      ),
    ).toEqual({ minor: 100000n, currency: 'EUR' });
  });
});
