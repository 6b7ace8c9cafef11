import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import type { ContractSpec, RenewalSpec } from '../entities/types';
import {
  accrualTotal,
  addDays,
  monthFromText,
  type PlainDate,
} from '../values';
import { contractAccruals, uplifted } from './contractCharges';
import { renewalState } from './renewalState';
import { currentTerm, termEndExclusive, termIndexAt } from './terms';

seedProperties();

function contract(
  renewal: RenewalSpec | undefined,
  rest: Partial<ContractSpec> = {},
): ContractSpec {
  return {
    type: 'subscription',
    vendor: 'github',
    owner: 'group:default/a',
    term: { start: '2026-01-01', end: '2026-12-31' },
    ...(renewal ? { renewal } : {}),
    ...rest,
  };
}

const automatic: RenewalSpec = {
  kind: 'automatic',
  months: 12,
  noticeDays: 60,
  upliftPercent: 5,
};

const yearly = {
  amount: '63000.00',
  currency: 'USD',
  every: 'year' as const,
  from: '2026-01-01',
};

function yearCost(
  spec: ContractSpec,
  year: number,
  asOf: PlainDate,
  renewals: boolean = false,
) {
  const from = monthFromText(`${year}-01`);
  return contractAccruals(spec, {
    asOf,
    horizonMonth: monthFromText('2035-01'),
    renewals,
  }).reduce((sum, part) => sum + accrualTotal(part, from, from + 12), 0n);
}

describe('terms', () => {
  it('are counted from the first end', () => {
    const spec = contract(
      { kind: 'automatic', months: 1 },
      { term: { start: '2026-01-01', end: '2026-01-30' } },
    );
    expect([0, 1, 2].map(index => termEndExclusive(spec, index))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ]);
    expect(termIndexAt(spec, '2026-02-27')).toBe(1);
    expect(termIndexAt(spec, '2026-02-28')).toBe(2);
    expect(termIndexAt(spec, '2020-01-01')).toBe(0);
  });

  it('cover every day once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 0, max: 3000 }),
        (length, months, days) => {
          const spec = contract(
            { kind: 'automatic', months },
            {
              term: { start: '2024-01-31', end: addDays('2024-01-31', length) },
            },
          );
          const date = addDays('2024-01-31', days);
          const term = currentTerm(spec, date);
          expect(term.start <= date).toBe(true);
          expect(date < (term.endExclusive ?? '')).toBe(true);
        },
      ),
    );
  });
});

describe('state', () => {
  const state = (renewal: RenewalSpec | undefined, asOf: string) =>
    renewalState(contract(renewal), asOf).state;

  it.each([
    [automatic, '2026-03-01', 'active'],
    [automatic, '2026-10-01', 'active'],
    [automatic, '2026-10-02', 'notice-due'],
    [automatic, '2026-11-01', 'notice-due'],
    [automatic, '2026-11-02', 'renewing'],
    [automatic, '2027-01-01', 'active'],
    [{ ...automatic, confirmed: '2026-08-01' }, '2026-08-02', 'renewing'],
    [{ ...automatic, noticeGiven: '2026-09-01' }, '2026-10-15', 'expiring'],
    [{ ...automatic, noticeGiven: '2026-09-01' }, '2026-09-02', 'active'],
    [{ ...automatic, noticeGiven: '2026-09-01' }, '2027-01-01', 'ended'],
    [{ kind: 'none' as const }, '2026-10-02', 'active'],
    [{ kind: 'none' as const }, '2026-10-03', 'expiring'],
    [{ kind: 'none' as const }, '2027-01-01', 'ended'],
    [undefined, '2027-01-01', 'ended'],
    [{ kind: 'manual' as const }, '2027-01-01', 'expired'],
    [{ kind: 'manual' as const }, '2026-12-01', 'expiring'],
    [
      { kind: 'manual' as const, confirmed: '2026-12-01' },
      '2027-02-01',
      'active',
    ],
    [
      { kind: 'manual' as const, confirmed: '2026-12-01' },
      '2028-01-01',
      'expired',
    ],
  ])('%j on %s is %s', (renewal, asOf, expected) => {
    expect(state(renewal, asOf)).toBe(expected);
  });

  it('takes deadline and end of the current term, not the first', () => {
    expect(renewalState(contract(automatic), '2028-02-01')).toMatchObject({
      termIndex: 2,
      currentStart: '2028-01-01',
      currentEndExclusive: '2029-01-01',
      lastNoticeDay: '2028-11-01',
      daysToEnd: 335,
      daysToNotice: 274,
    });
  });

  it('ends at the next end when notice comes too late', () => {
    const late = contract({ ...automatic, noticeGiven: '2026-11-02' });
    expect(renewalState(late, '2026-12-01')).toMatchObject({
      currentEndExclusive: '2027-01-01',
      state: 'renewing',
    });
    expect(renewalState(late, '2027-11-15')).toMatchObject({
      currentEndExclusive: '2028-01-01',
      state: 'expiring',
      nextTerms: [],
    });
    expect(renewalState(late, '2029-01-01').state).toBe('ended');
  });

  it('shows the term a manual renewal has confirmed, and no further one', () => {
    const manual = contract(
      { kind: 'manual', confirmed: '2026-12-01', upliftPercent: 5 },
      { financials: { charges: [yearly] } },
    );
    expect(renewalState(manual, '2026-12-05')).toMatchObject({
      state: 'renewing',
      nextTerms: [
        {
          start: '2027-01-01',
          endExclusive: '2028-01-01',
          amounts: [{ minor: 6_615_000n, currency: 'USD' }],
          estimated: false,
          certainty: 'committed',
        },
      ],
    });
  });

  it('shows the one term that follows a notice given too late', () => {
    const late = contract(
      { ...automatic, noticeGiven: '2026-11-02' },
      { financials: { charges: [yearly] } },
    );
    expect(renewalState(late, '2026-12-05').nextTerms).toHaveLength(1);
    expect(yearCost(late, 2027, '2026-12-05', true)).toBe(6_615_000n);
    expect(yearCost(late, 2028, '2026-12-05', true)).toBe(0n);
  });

  it('has no end, deadline or next term without an end', () => {
    expect(
      renewalState(
        contract(automatic, { term: { start: '2026-01-01' } }),
        '2030-01-01',
      ),
    ).toMatchObject({
      state: 'active',
      currentEndExclusive: null,
      lastNoticeDay: null,
      daysToEnd: null,
      daysToNotice: null,
      nextTerms: [],
    });
  });

  it('lets an automatic renewal without notice period be stopped to the last day', () => {
    expect(
      renewalState(contract({ kind: 'automatic' }), '2026-12-31'),
    ).toMatchObject({ lastNoticeDay: '2026-12-31', state: 'notice-due' });
  });
});

describe('charges of contracts', () => {
  const spec = contract(automatic, { financials: { charges: [yearly] } });

  it('end with the current term, raised by the uplift as it rolls', () => {
    expect(yearCost(spec, 2026, '2026-06-01')).toBe(6_300_000n);
    expect(yearCost(spec, 2027, '2026-06-01')).toBe(0n);
    expect(yearCost(spec, 2027, '2027-06-01')).toBe(6_615_000n);
    expect(yearCost(spec, 2028, '2028-06-01')).toBe(6_945_750n);
    expect(uplifted(spec, -10n)).toBe(-11n);
  });

  it('are estimated in rolled terms until confirmed', () => {
    const estimated = (value: ContractSpec) =>
      contractAccruals(value, {
        asOf: '2027-06-01',
        horizonMonth: monthFromText('2035-01'),
      }).map(part => part.estimated);
    expect(estimated(spec)).toEqual([false, true]);
    expect(
      estimated({
        ...spec,
        renewal: { ...automatic, confirmed: '2026-10-01' },
      }),
    ).toEqual([false, false]);
  });

  it('are replaced by the charge a renewal adds', () => {
    const renewed = contract(automatic, {
      financials: {
        charges: [
          yearly,
          { ...yearly, from: '2027-01-01', amount: '70000.00' },
          { ...yearly, title: 'Support', amount: '100.00' },
        ],
      },
    });
    expect(yearCost(renewed, 2027, '2027-06-01')).toBe(7_010_500n);
    expect(yearCost(renewed, 2028, '2028-06-01')).toBe(7_361_025n);
  });

  it('show renewals ahead as committed and expected on request', () => {
    const certainty = (asOf: string) =>
      contractAccruals(spec, {
        asOf,
        horizonMonth: monthFromText('2029-01'),
        renewals: true,
      }).map(part => part.certainty);
    expect(certainty('2026-06-01')).toEqual([
      'current',
      'expected',
      'expected',
    ]);
    expect(certainty('2026-11-02')).toEqual([
      'current',
      'committed',
      'expected',
    ]);
    expect(yearCost(spec, 2028, '2026-06-01', true)).toBe(6_945_750n);
    expect(
      yearCost(
        { ...spec, renewal: { ...automatic, noticeGiven: '2026-05-01' } },
        2027,
        '2026-06-01',
        true,
      ),
    ).toBe(0n);
  });

  it('keep their billing rhythm across renewals', () => {
    const monthly = contract(automatic, {
      financials: {
        charges: [
          { ...yearly, amount: '100.00', every: 'month', from: '2026-03-15' },
        ],
      },
    });
    expect(yearCost(monthly, 2026, '2026-06-01')).toBe(100_000n);
    expect(yearCost(monthly, 2027, '2027-06-01')).toBe(126_000n);
  });
});
