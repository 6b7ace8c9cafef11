import fc from 'fast-check';
import type {
  AssetSpec,
  BillingInterval,
  ChargeSpec,
  ContractType,
  DepreciationConvention,
  DepreciationMethod,
} from '../../entities/types';
import { addDays, formatAmount } from '../../values';
import { markRemoved, mergeDeclared } from '../mergeDeclared';
import { asset, contract, license } from '../testing/estate';
import type { CostRecord } from '../types';

/** Any date from 2022 to 2028. */
export const date = fc
  .integer({ min: 0, max: 2500 })
  .map(days => addDays('2022-01-01', days));
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD');
const amount = (code: string) =>
  fc
    .bigInt({ min: 1n, max: 10_000_000n })
    .map(minor => formatAmount(minor, code));
const interval = fc.constantFrom<BillingInterval>(
  'once',
  'month',
  'quarter',
  'year',
);
/** Any services with or without shares. */
export const services = fc
  .uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 3 })
  .chain(ids =>
    fc.tuple(
      ...ids.map(id =>
        fc
          .option(fc.integer({ min: 1, max: 33 }), { nil: undefined })
          .map(share => ({
            ref: `component:default/s${id}`,
            ...(share === undefined ? {} : { share }),
          })),
      ),
    ),
  );
/** One of four groups. */
export const owner = fc
  .integer({ min: 0, max: 3 })
  .map(id => `group:default/g${id}`);

const charge: fc.Arbitrary<ChargeSpec> = currency.chain(code =>
  fc.record({
    amount: amount(code),
    currency: fc.constant(code),
    every: interval,
    from: date,
    prorate: fc.constantFrom('month', 'day'),
  }),
);

const depreciation = fc.record({
  method: fc.constantFrom<DepreciationMethod>(
    'straight-line',
    'declining-balance',
    'sum-of-years-digits',
    'immediate',
    'none',
  ),
  convention: fc.constantFrom<DepreciationConvention>(
    'full-month',
    'next-month',
    'half-month',
    'half-year',
    'daily',
  ),
  months: fc.constantFrom(1, 7, 12, 36, 48),
  salvage: fc.constantFrom('0%', '10%', '100%'),
});

/** Any deployed asset with money. */
export const assetSpec: fc.Arbitrary<Partial<AssetSpec>> = currency.chain(
  code =>
    fc
      .record({
        owner,
        services,
        inService: date,
        parent: fc.option(fc.integer({ min: 0, max: 4 })),
        purchase: amount(code),
        depreciation,
        charges: fc.array(charge, { maxLength: 2 }),
        disposed: fc.option(date),
        event: fc.option(date),
      })
      .map(
        ({
          purchase,
          inService,
          parent,
          disposed,
          event,
          charges,
          depreciation: rule,
          ...spec
        }) => ({
          ...spec,
          inService,
          ...(parent === null ? {} : { partOf: `asset:default/a${parent}` }),
          ...(disposed === null ? {} : { disposal: { date: disposed } }),
          financials: {
            purchase: { amount: purchase, currency: code, date: inService },
            depreciation: rule,
            charges,
            ...(event === null
              ? {}
              : {
                  events: [
                    {
                      date: event,
                      kind: 'improvement' as const,
                      amount: purchase,
                    },
                    {
                      date: addDays(event, 100),
                      kind: 'impairment' as const,
                      amount: purchase,
                    },
                  ],
                }),
          },
        }),
      ),
);

/** Any assets, changed and removed, with licences and a contract over them. */
export const estate = fc
  .record({
    assets: fc.array(assetSpec, { minLength: 1, maxLength: 5 }),
    changes: fc.array(fc.record({ at: date, owner, services }), {
      maxLength: 5,
    }),
    removed: fc.option(date),
    seats: fc.array(
      fc.record({
        services,
        quantity: fc.integer({ min: 1, max: 300 }),
        quantityChanges: fc.array(
          fc.record({ from: date, quantity: fc.integer({ min: 0, max: 300 }) }),
          { maxLength: 3 },
        ),
        every: interval,
        named: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    agreement: fc.record({
      type: fc.constantFrom<ContractType>('support', 'subscription'),
      charges: fc.array(charge, { maxLength: 3 }),
      covers: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 4 }),
      weight: fc.integer({ min: 1, max: 1000 }),
      distribute: fc.constantFrom('equal', 'weight', 'cost', undefined),
      services,
      renewal: fc.option(fc.constantFrom(1, 6, 12)),
    }),
  })
  .map(({ assets, changes, removed, seats, agreement }) => {
    const records: CostRecord[] = assets.map((spec, index) =>
      asset(`a${index}`, spec),
    );
    changes.forEach((change, index) => {
      const at = index % records.length;
      const record = records[at];
      records[at] = mergeDeclared(
        record,
        record.ref,
        record.kind,
        { ...record.spec, owner: change.owner, services: change.services },
        change.at,
      );
    });
    if (removed !== null) {
      records[0] = markRemoved(records[0], removed);
    }
    seats.forEach(({ named, every, ...spec }, index) =>
      records.push(
        license(`l${index}`, {
          ...spec,
          term: { start: '2024-02-29', end: '2027-05-10' },
          ...(named ? { contract: 'contract:default/c' } : {}),
          financials: {
            price: { amount: '1.23', currency: 'USD', per: 'unit', every },
          },
        }),
      ),
    );
    records.push(
      contract('c', {
        type: agreement.type,
        services: agreement.services,
        term: { start: '2023-01-15', end: '2025-01-14' },
        ...(agreement.distribute ? { distribute: agreement.distribute } : {}),
        ...(agreement.renewal === null
          ? {}
          : {
              renewal: {
                kind: 'automatic',
                months: agreement.renewal,
                upliftPercent: 2.5,
              },
            }),
        covers: agreement.covers.map(id => ({
          ref: [
            'asset:default/a0',
            'asset:default/a1',
            'asset:default/a2',
            'license:default/l0',
            'license:default/l1',
            'component:default/s0',
            'system:default/s9',
            'asset:default/lost',
            'resource:default/r',
          ][id],
          weight: agreement.weight + id,
        })),
        financials: { charges: agreement.charges },
      }),
    );
    return records;
  });
