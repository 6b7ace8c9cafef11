import fc from 'fast-check';
import type {
  AssetSpec,
  BillingInterval,
  ChargeSpec,
  ContractType,
  DepreciationConvention,
  DepreciationMethod,
} from '../entities/types';
import {
  addDays,
  formatAmount,
  monthFromText,
  type MonthIndex,
} from '../values';
import { MAX_UNITS_TIMES_WEIGHT } from '../allocation';
import { costSegments } from './costSegments';
import { markRemoved, mergeDeclared } from './mergeDeclared';
import { costByOwner, costByService, totalCost } from './rollUp';
import { segmentMonths, segmentTotal } from './segmentValue';
import {
  asset,
  contextOf,
  contract,
  license,
  OPTIONS,
  segmentsOf,
} from './testing/estate';
import type { CostRecord, CostSegment } from './types';

const date = fc
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
const services = fc
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
const owner = fc.integer({ min: 0, max: 3 }).map(id => `group:default/g${id}`);

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

const assetSpec: fc.Arbitrary<Partial<AssetSpec>> = currency.chain(code =>
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

const estate = fc
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

jest.setTimeout(60_000);

const RUNS = { numRuns: 60 };
const START = monthFromText('2021-01');
const END = OPTIONS.horizonMonth;

function sums(keyed: Map<string | null, Map<string, bigint>>) {
  const total = new Map<string, bigint>();
  for (const amounts of keyed.values()) {
    for (const [code, minor] of amounts) {
      total.set(code, (total.get(code) ?? 0n) + minor);
    }
  }
  return total;
}

function monthlyOf(segments: readonly CostSegment[], from: MonthIndex) {
  const months = new Map<string, bigint>();
  for (const segment of segments) {
    segmentMonths(segment, from, END).forEach((minor, index) => {
      const key = `${segment.currency} ${from + index}`;
      months.set(key, (months.get(key) ?? 0n) + minor);
    });
  }
  return months;
}

describe('random estates', () => {
  it('give services plus unallocated = owners plus unowned = records, every month', () => {
    fc.assert(
      fc.property(estate, records => {
        const segments = segmentsOf(records, { ...OPTIONS, renewals: true });
        for (let month = START; month < END; month++) {
          const total = totalCost(segments, month, month + 1);
          expect(sums(costByService(segments, month, month + 1))).toEqual(
            total,
          );
          expect(sums(costByOwner(segments, month, month + 1))).toEqual(total);
        }
      }),
      RUNS,
    );
  });

  it('have slices that tile the whole of every segment, within 64 bits', () => {
    fc.assert(
      fc.property(estate, records => {
        for (const segment of segmentsOf(records)) {
          const { slices, weightTotal, units } = segment;
          expect(slices[0].lo).toBe(0);
          expect(slices[slices.length - 1].hi).toBe(weightTotal);
          slices.forEach((slice, index) => {
            expect(slice.hi).toBeGreaterThan(slice.lo);
            expect(slice.lo).toBe(index === 0 ? 0 : slices[index - 1].hi);
          });
          const refs = slices.map(({ serviceRef }) => serviceRef ?? '\uffff');
          expect(refs).toEqual([...new Set(refs)].sort());
          expect(units * weightTotal).toBeLessThanOrEqual(
            MAX_UNITS_TIMES_WEIGHT,
          );
          expect(segment.windowFromUnit).toBeGreaterThanOrEqual(0);
          expect(segment.windowToUnitExclusive).toBeGreaterThan(
            segment.windowFromUnit,
          );
          expect(segment.windowToUnitExclusive).toBeLessThanOrEqual(units);
        }
      }),
      RUNS,
    );
  });

  it('keep the past when owner and services change', () => {
    fc.assert(
      fc.property(estate, owner, services, (records, newOwner, newServices) => {
        const { removedOn } = records[0];
        const delivered = mergeDeclared(
          records[0],
          records[0].ref,
          records[0].kind,
          { ...records[0].spec, owner: newOwner, services: newServices },
          '2029-06-20',
        );
        const changed = { ...delivered, removedOn };
        const before = segmentsOf(records);
        const after = segmentsOf([changed, ...records.slice(1)]);
        const change = monthFromText('2029-06');
        for (let month = START; month < change; month += 5) {
          const shown = (all: CostSegment[]) => [
            withoutZero(costByOwner(all, month, month + 1)),
            withoutZero(costByService(all, month, month + 1)),
          ];
          expect(shown(after)).toEqual(shown(before));
        }
        expect(monthlyOf(after, change)).toEqual(monthlyOf(before, change));
      }),
      RUNS,
    );
  });

  it('do not depend on the horizon', () => {
    fc.assert(
      fc.property(estate, records => {
        const near = segmentsOf(records, {
          ...OPTIONS,
          horizonMonth: monthFromText('2027-01'),
        });
        const far = segmentsOf(records);
        for (let month = START; month < monthFromText('2027-01'); month++) {
          expect(withoutZero(costByService(near, month, month + 1))).toEqual(
            withoutZero(costByService(far, month, month + 1)),
          );
        }
      }),
      RUNS,
    );
  });

  it('depreciate, impair and dispose of exactly what was paid', () => {
    fc.assert(
      fc.property(assetSpec, spec => {
        const record = asset('a', {
          ...spec,
          disposal: { date: '2034-01-31' },
        });
        const all = costSegments(record, contextOf([record]), {
          ...OPTIONS,
          horizonMonth: monthFromText('2040-01'),
        }).filter(({ category }) => category !== 'charge');
        const events = spec.financials?.events?.length ? 2n : 1n;
        const counted = all.reduce(
          (sum, segment) => sum + segmentTotal(segment, 0, 99999),
          0n,
        );
        const purchase = spec.financials?.purchase;
        expect(formatAmount(counted, purchase?.currency ?? 'EUR')).toBe(
          formatAmount(
            events * BigInt((purchase?.amount ?? '0').replace('.', '')),
            purchase?.currency ?? 'EUR',
          ),
        );
      }),
      RUNS,
    );
  });
});

function withoutZero(keyed: Map<string | null, Map<string, bigint>>) {
  return [...keyed]
    .flatMap(([key, amounts]) =>
      [...amounts]
        .filter(([, minor]) => minor !== 0n)
        .map(([code, minor]) => `${key} ${code} ${minor}`),
    )
    .sort();
}
