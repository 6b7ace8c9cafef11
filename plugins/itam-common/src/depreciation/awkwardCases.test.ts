import type {
  AssetFinancials,
  AssetSpec,
  DepreciationSpec,
} from '../entities/types';
import { formatAmount, MAX_MINOR, monthText, type PlainDate } from '../values';
import { disposalResult } from './disposalResult';
import { depreciationSchedule } from './schedule';
import { CONVENTIONS, METHODS } from './__testUtils__/anyAsset';

function assetOf(
  amount: string,
  currency: string,
  inService: PlainDate,
  depreciation: DepreciationSpec,
  rest: {
    disposedOn?: PlainDate;
    events?: AssetFinancials['events'];
  } = {},
): AssetSpec {
  return {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/a',
    inService,
    ...(rest.disposedOn ? { disposal: { date: rest.disposedOn } } : {}),
    financials: {
      purchase: { amount, currency, date: inService },
      depreciation,
      events: rest.events,
    },
  };
}

function monthsOf(spec: AssetSpec): Record<string, string> {
  const schedule = depreciationSchedule(spec, {});
  return Object.fromEntries(
    (schedule?.months ?? []).map(({ month, depreciationMinor }) => [
      monthText(month),
      formatAmount(depreciationMinor, schedule?.currency ?? 'EUR'),
    ]),
  );
}

const everyRule = METHODS.flatMap(method =>
  CONVENTIONS.map(convention => ({ method, convention })),
);

describe('days at the end of a month', () => {
  it('31 January, daily: a month of life ends on the last of February', () => {
    const life = { method: 'straight-line' as const, months: 1 };
    // From 31 January to 28 February exclusive: 1 + 27 days.
    expect(
      monthsOf(
        assetOf('28.00', 'EUR', '2026-01-31', { ...life, convention: 'daily' }),
      ),
    ).toEqual({ '2026-01': '1.00', '2026-02': '27.00' });
    // 29 days in a leap year.
    expect(
      monthsOf(
        assetOf('29.00', 'EUR', '2024-01-31', { ...life, convention: 'daily' }),
      ),
    ).toEqual({ '2024-01': '1.00', '2024-02': '28.00' });
  });

  it('29 February, daily: a year ends on 28 February', () => {
    const months = monthsOf(
      assetOf('365.00', 'EUR', '2024-02-29', {
        method: 'straight-line',
        months: 12,
        convention: 'daily',
      }),
    );
    expect(months['2024-02']).toBe('1.00');
    expect(months['2024-12']).toBe('31.00');
    expect(months['2025-02']).toBe('27.00');
    expect(months['2025-03']).toBeUndefined();
  });

  it('daily over a leap year: 366 days, 29 of them in February', () => {
    const months = monthsOf(
      assetOf('366.00', 'EUR', '2024-01-01', {
        method: 'straight-line',
        months: 12,
        convention: 'daily',
      }),
    );
    expect(months['2024-02']).toBe('29.00');
    expect(Object.keys(months)).toHaveLength(12);
  });

  it('daily, declining: each asset-year has its own days', () => {
    const spec = assetOf('1000.00', 'EUR', '2023-03-01', {
      method: 'declining-balance',
      months: 24,
      convention: 'daily',
      factor: 1,
    });
    // Half of 1,000.00 in 366 days, the rest in 365.
    expect(monthsOf(spec)['2024-02']).toBe('39.62');
    expect(monthsOf(spec)['2025-02']).toBe('38.36');
  });
});

describe('lives of one month', () => {
  it.each(everyRule.filter(({ convention }) => convention !== 'half-year'))(
    '$method, $convention, is over at once',
    rule => {
      const schedule = depreciationSchedule(
        assetOf('10.01', 'EUR', '2026-05-31', { ...rule, months: 1 }),
        {},
      );
      expect(schedule?.remainingMinor).toBe(
        rule.method === 'none' ? 1001n : 0n,
      );
      expect(schedule?.months.length).toBeLessThanOrEqual(2);
    },
  );
});

describe('currencies without and with three decimals', () => {
  it('spread yen without inventing fractions', () => {
    expect(
      monthsOf(
        assetOf('100', 'JPY', '2026-01-01', {
          method: 'straight-line',
          months: 3,
        }),
      ),
    ).toEqual({ '2026-01': '33', '2026-02': '34', '2026-03': '33' });
  });

  it('spread dinars to the fils', () => {
    expect(
      monthsOf(
        assetOf('1.000', 'KWD', '2026-01-01', {
          method: 'straight-line',
          months: 3,
        }),
      ),
    ).toEqual({ '2026-01': '0.333', '2026-02': '0.334', '2026-03': '0.333' });
  });

  it('depreciate one minor unit once', () => {
    const months = monthsOf(
      assetOf('1', 'JPY', '2026-01-01', {
        method: 'straight-line',
        months: 36,
      }),
    );
    expect(Object.values(months).filter(yen => yen !== '0')).toEqual(['1']);
  });
});

describe('the largest amounts', () => {
  it.each(everyRule)('$method, $convention, to the cent', rule => {
    const schedule = depreciationSchedule(
      assetOf('9999999999999.99', 'EUR', '2024-02-29', {
        ...rule,
        months: 120,
      }),
      {},
    );
    const charged = (schedule?.months ?? []).reduce(
      (sum, { depreciationMinor }) => sum + depreciationMinor,
      0n,
    );
    expect(charged + (schedule?.remainingMinor ?? 0n)).toBe(MAX_MINOR);
    expect(charged).toBe(rule.method === 'none' ? 0n : MAX_MINOR);
  });
});

describe('salvage as high as the cost', () => {
  it.each(everyRule)('$method, $convention: nothing to depreciate', rule => {
    const schedule = depreciationSchedule(
      assetOf('1234.56', 'EUR', '2026-01-31', {
        ...rule,
        months: 36,
        salvage: '100%',
      }),
      {},
    );
    expect(schedule?.months).toEqual([]);
    expect(schedule?.remainingMinor).toBe(123_456n);
  });
});

describe('a disposal in the first month', () => {
  const years = { method: 'straight-line' as const, months: 10 };
  it.each([
    ['full-month' as const, '2026-01-31', '1000.00'],
    ['next-month' as const, '2026-01-31', '1000.00'],
    ['half-month' as const, '2026-01-31', '950.00'],
    ['daily' as const, '2026-01-10', '1000.00'],
  ])('%s, on %s: %s are given up', (convention, disposedOn, book) => {
    const result = disposalResult(
      assetOf(
        '1000.00',
        'EUR',
        '2026-01-10',
        { ...years, convention },
        { disposedOn },
      ),
      {},
    );
    expect(formatAmount(result?.bookMinor ?? 0n, 'EUR')).toBe(book);
  });

  it('half-year: half of the half year of the first fiscal year', () => {
    const result = disposalResult(
      assetOf(
        '1000.00',
        'EUR',
        '2026-11-10',
        { method: 'straight-line', months: 48, convention: 'half-year' },
        { disposedOn: '2026-11-30' },
      ),
      {},
    );
    expect(result?.bookMinor).toBe(100_000n - 6_250n);
  });
});

describe('events', () => {
  const life = { method: 'straight-line' as const, months: 10 };
  const withEvents = (events: AssetFinancials['events']) =>
    assetOf('1000.00', 'EUR', '2026-01-31', life, { events });

  it('of one month act in the order written', () => {
    const ofMonth = (events: AssetFinancials['events']) =>
      depreciationSchedule(withEvents(events), {})?.months.find(
        ({ month }) => monthText(month) === '2026-06',
      );
    const improvement = {
      date: '2026-06-30',
      kind: 'improvement' as const,
      amount: '100.00',
    };
    const impairment = {
      date: '2026-06-01',
      kind: 'impairment' as const,
      amount: '550.00',
    };
    // 500.00 are left: an impairment before the improvement stops at them.
    expect(ofMonth([impairment, improvement])).toMatchObject({
      impairmentMinor: 50_000n,
      improvementMinor: 10_000n,
    });
    expect(ofMonth([improvement, impairment])).toMatchObject({
      impairmentMinor: 55_000n,
      improvementMinor: 10_000n,
    });
  });

  it('shorten the life to what has passed: the rest is charged at once', () => {
    const months = monthsOf(
      withEvents([{ date: '2026-06-15', kind: 'life', months: 5 }]),
    );
    expect(months['2026-05']).toBe('100.00');
    expect(months['2026-06']).toBe('500.00');
    expect(Object.keys(months)).toHaveLength(6);
  });

  it('lengthen the life: the rest spreads over what is left', () => {
    const months = monthsOf(
      withEvents([{ date: '2026-06-15', kind: 'life', months: 15 }]),
    );
    expect(months['2026-06']).toBe('50.00');
    expect(months['2027-03']).toBe('50.00');
    expect(months['2027-04']).toBeUndefined();
  });

  it('raise the salvage above the book value: nothing is charged any more', () => {
    const schedule = depreciationSchedule(
      withEvents([{ date: '2026-06-15', kind: 'salvage', amount: '900.00' }]),
      {},
    );
    expect(schedule?.remainingMinor).toBe(50_000n);
  });

  it('on the last day of life and in the month of a disposal', () => {
    const months = monthsOf(
      withEvents([
        { date: '2026-10-31', kind: 'improvement', amount: '30.00' },
      ]),
    );
    expect(months['2026-10']).toBe('130.00');
    const disposed = assetOf('1000.00', 'EUR', '2026-01-31', life, {
      disposedOn: '2026-06-30',
      events: [{ date: '2026-06-01', kind: 'improvement', amount: '30.00' }],
    });
    // No unit is left for it to act from: it goes with the disposal.
    expect(disposalResult(disposed, {})?.bookMinor).toBe(53_000n);
  });
});

describe('an improvement in the year of a half-year disposal', () => {
  const improved = (amount: string) =>
    assetOf(
      '1200.00',
      'EUR',
      '2024-08-22',
      { method: 'straight-line', months: 12, convention: 'half-year' },
      {
        disposedOn: '2033-02-01',
        events: [{ date: '2033-02-01', kind: 'improvement', amount }],
      },
    );

  it('costs nothing in the months before it', () => {
    const schedule = depreciationSchedule(improved('90.00'), {});
    const late = (schedule?.months ?? []).filter(
      ({ month }) => monthText(month) >= '2032-01',
    );
    expect(
      late
        .filter(({ depreciationMinor }) => depreciationMinor !== 0n)
        .map(({ month }) => monthText(month)),
    ).toEqual(['2033-02']);
    expect(late.every(({ bookMinor }) => bookMinor >= 0n)).toBe(true);
  });
});
