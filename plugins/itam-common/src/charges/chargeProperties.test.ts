import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import type { BillingInterval, ChargeSpec } from '../entities/types';
import {
  accrualTotal,
  addDays,
  formatAmount,
  MAX_MINOR,
  monthFromText,
  monthOf,
} from '../values';
import { chargeAccruals } from './chargeAccruals';
import { chargeDueAmounts } from './chargeDueAmounts';

seedProperties();

const HORIZON = monthFromText('2035-01');

const day = (min: number, max: number) =>
  fc.integer({ min, max }).map(days => addDays('2024-01-31', days));

const minor = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.constantFrom(MAX_MINOR, -MAX_MINOR),
);

/** Any charge with an end, or a single one that may be spread. */
const charge: fc.Arbitrary<ChargeSpec> = fc
  .record({
    minor,
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    every: fc.constantFrom<BillingInterval>('once', 'month', 'quarter', 'year'),
    from: day(0, 1000),
    days: fc.integer({ min: 0, max: 1500 }),
    spread: fc.option(
      fc.tuple(day(0, 1000), fc.integer({ min: 0, max: 900 })),
      {
        nil: undefined,
      },
    ),
    prorate: fc.constantFrom('month' as const, 'day' as const),
  })
  .map(({ minor: amount, currency, every, from, days, spread, prorate }) => ({
    amount: formatAmount(amount, currency),
    currency,
    every,
    from,
    prorate,
    ...(every === 'once' ? {} : { until: addDays(from, days) }),
    ...(every === 'once' && spread
      ? { spread: { from: spread[0], until: addDays(spread[0], spread[1]) } }
      : {}),
  }));

const between = (
  parts: ReturnType<typeof chargeAccruals>,
  from: number,
  toExclusive: number,
) =>
  parts.reduce((sum, part) => sum + accrualTotal(part, from, toExclusive), 0n);

const monthly = (
  parts: ReturnType<typeof chargeAccruals>,
  from: number,
  toExclusive: number,
) =>
  Array.from({ length: toExclusive - from }, (_, index) =>
    between(parts, from + index, from + index + 1),
  );

describe('any charge', () => {
  const limits = { lastDay: null, horizonMonth: HORIZON };

  it('accrues exactly what is invoiced', () => {
    fc.assert(
      fc.property(charge, spec => {
        expect(between(chargeAccruals(spec, limits), 0, HORIZON)).toBe(
          chargeDueAmounts(spec, limits).reduce(
            (sum, due) => sum + due.minor,
            0n,
          ),
        );
      }),
    );
  });

  it('accrues nothing outside the months it is for', () => {
    fc.assert(
      fc.property(charge, spec => {
        const first = monthOf(spec.spread?.from ?? spec.from);
        const last = monthOf(spec.spread?.until ?? spec.until ?? spec.from);
        const parts = chargeAccruals(spec, limits);
        expect(between(parts, 0, first)).toBe(0n);
        expect(between(parts, last + 1, HORIZON)).toBe(0n);
      }),
    );
  });

  it('adds up, however its months are cut', () => {
    fc.assert(
      fc.property(
        charge,
        fc.array(fc.integer({ min: 24_280, max: HORIZON }), { maxLength: 5 }),
        (spec, cuts) => {
          const parts = chargeAccruals(spec, limits);
          const bounds = [0, ...cuts.sort((a, b) => a - b), HORIZON];
          const pieces = bounds
            .slice(1)
            .map((to, index) => between(parts, bounds[index], to));
          expect(pieces.reduce((sum, piece) => sum + piece, 0n)).toBe(
            between(parts, 0, HORIZON),
          );
        },
      ),
    );
  });

  it('of a refund is that of the amount with the other sign', () => {
    fc.assert(
      fc.property(charge, spec => {
        const other = spec.amount.startsWith('-')
          ? spec.amount.slice(1)
          : `-${spec.amount}`;
        const parts = chargeAccruals(spec, limits);
        const refund = chargeAccruals({ ...spec, amount: other }, limits);
        expect(monthly(refund, 24_288, 24_360)).toEqual(
          monthly(parts, 24_288, 24_360).map(amount => -amount),
        );
      }),
    );
  });

  it('does not depend on how far one looks', () => {
    fc.assert(
      fc.property(
        charge,
        fc.integer({ min: 24_300, max: HORIZON }),
        (spec, near) => {
          const { until, ...endless } = spec;
          const far = chargeAccruals(endless, limits);
          const close = chargeAccruals(endless, {
            ...limits,
            horizonMonth: near,
          });
          expect(until === undefined || until >= spec.from).toBe(true);
          expect(monthly(close, near - 14, near)).toEqual(
            monthly(far, near - 14, near),
          );
          expect(between(close, near, HORIZON)).toBe(0n);
        },
      ),
    );
  });
});
