import {
  comparedMonths,
  comparisonName,
  COMPARISONS,
  readFinanceView,
  writeFinanceView,
} from '.';

describe('the finance view in the address', () => {
  it('is read', () => {
    expect(
      readFinanceView(
        new URLSearchParams(
          'of=supplier:dell&from=2026-01&to=2026-03&baseFrom=2025-01&baseTo=2025-03&by=record&basis=owned&view=invoiced&currency=USD',
        ),
      ),
    ).toEqual({
      of: 'supplier:dell',
      from: '2026-01',
      to: '2026-03',
      baseFrom: '2025-01',
      baseTo: '2025-03',
      by: 'record',
      basis: 'owned',
      view: 'invoiced',
      currency: 'USD',
    });
  });

  it('is everything, accrued, when the address says nothing that makes sense', () => {
    expect(
      readFinanceView(
        new URLSearchParams('of=&view=cash&baseFrom=2026-03&baseTo=2026-01'),
      ),
    ).toEqual({ of: 'all', view: 'accrued', by: 'category' });
  });

  it('is written without defaults and without touching other parameters', () => {
    const search = new URLSearchParams('of=class:cloud&view=invoiced&tab=a');
    expect(
      writeFinanceView(search, { of: 'all', view: 'accrued' }).toString(),
    ).toBe('tab=a');
    expect(
      writeFinanceView(search, {
        of: 'group:default/a',
        basis: undefined,
      }).toString(),
    ).toBe('of=group%3Adefault%2Fa&view=invoiced&tab=a');
  });
});

describe('named comparisons', () => {
  const calendar = { currentMonth: '2026-11', fiscalYearFrom: '2026-04' };

  it.each([
    ['month', '2026-11', '2026-10', '2026-10'],
    ['quarter', '2026-10', '2026-07', '2026-08'],
    ['year', '2026-04', '2025-04', '2025-11'],
    ['lastYear', '2026-11', '2025-11', '2025-11'],
  ] as const)(
    '%s compares what has passed with as many months before',
    (name, from, baseFrom, baseTo) => {
      expect(comparedMonths(name, calendar)).toEqual({
        from,
        to: '2026-11',
        baseFrom,
        baseTo,
      });
    },
  );

  it('are recognised', () => {
    for (const name of COMPARISONS) {
      expect(comparisonName(comparedMonths(name, calendar), calendar)).toBe(
        name,
      );
    }
    expect(
      comparisonName(
        {
          from: '2026-11',
          to: '2026-11',
          baseFrom: '2026-01',
          baseTo: '2026-01',
        },
        calendar,
      ),
    ).toBeUndefined();
  });
});
