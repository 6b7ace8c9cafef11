import fc from 'fast-check';
import type {
  AssetSpec,
  DepreciationConvention,
  DepreciationMethod,
} from '../../entities/types';
import { addDays, formatAmount, MAX_MINOR } from '../../values';

export const METHODS: readonly DepreciationMethod[] = [
  'straight-line',
  'declining-balance',
  'sum-of-years-digits',
  'immediate',
  'none',
];

export const CONVENTIONS: readonly DepreciationConvention[] = [
  'full-month',
  'next-month',
  'half-month',
  'half-year',
  'daily',
];

/** From a month's last day in the year before a leap year. */
const EPOCH = '2023-01-31';

export const anyDay = (min: number, max: number) =>
  fc.integer({ min, max }).map(days => addDays(EPOCH, days));

/** Amounts from nothing to the largest, small ones more often. */
const minor = fc.oneof(
  fc.bigInt({ min: 0n, max: 20n }),
  fc.bigInt({ min: 0n, max: 10n ** 9n }),
  fc.bigInt({ min: MAX_MINOR - 20n, max: MAX_MINOR }),
);

const optional = { nil: undefined };

/**
 * Any asset with a purchase: bought before or after its first day in service,
 * with events at any time and perhaps a disposal, also on its first day.
 */
export const anyAsset: fc.Arbitrary<AssetSpec> = fc
  .constantFrom('EUR', 'JPY', 'KWD')
  .chain(currency =>
    fc.record({
      cost: minor,
      salvage: fc.integer({ min: 0, max: 100 }),
      method: fc.constantFrom(...METHODS),
      convention: fc.constantFrom(...CONVENTIONS),
      months: fc.oneof(
        fc.constantFrom(1, 12, 36, 60, 120),
        fc.integer({ min: 1, max: 121 }),
      ),
      factor: fc.constantFrom(1, 1.5, 2, 3),
      currency: fc.constant(currency),
      purchased: anyDay(0, 400),
      inService: fc.option(anyDay(0, 800), optional),
      disposed: fc.option(
        fc.oneof(anyDay(0, 2500), fc.constant('first-day' as const)),
        optional,
      ),
      proceeds: fc.option(minor, optional),
      events: fc.array(
        fc.record({
          date: anyDay(-100, 3000),
          kind: fc.constantFrom('improvement', 'salvage', 'impairment', 'life'),
          amount: fc
            .bigInt({ min: 0n, max: 10n ** 9n })
            .map(value => formatAmount(value, currency)),
          months: fc.integer({ min: 1, max: 150 }),
        }),
        { maxLength: 4 },
      ),
    }),
  )
  .map(value => {
    const { currency, purchased, inService, disposed, proceeds } = value;
    const day = disposed === 'first-day' ? inService ?? purchased : disposed;
    const { method, convention, months, factor } = value;
    return {
      class: 'hardware',
      type: 'server',
      stage: day === undefined ? 'maintenance' : 'decommission',
      owner: 'group:default/a',
      ...(inService === undefined ? {} : { inService }),
      ...(day === undefined ? {} : { disposal: { date: day } }),
      financials: {
        purchase: {
          amount: formatAmount(value.cost, currency),
          currency,
          date: purchased,
        },
        depreciation: {
          method,
          convention,
          months,
          factor,
          salvage: `${value.salvage}%`,
        },
        ...(proceeds === undefined
          ? {}
          : {
              proceeds: { amount: formatAmount(proceeds, currency), currency },
            }),
        events: value.events.map(({ kind, date, amount, months: life }) =>
          kind === 'life'
            ? { kind, date, months: life }
            : { kind, date, amount },
        ),
      },
    };
  });
