import fc from 'fast-check';
import type { LicenseMetric, LicenseSpec } from '../entities/types';
import { seedProperties } from '../__testUtils__/propertySeed';
import { addDays, addMonths } from '../values';
import type { DeviceFacts } from './consumption';
import { licensePosition } from './licensePosition';
import { type CountedPool, positionOf } from './poolPosition';
import { POSITION_STATES, positionState } from './positionState';

seedProperties();

const AS_OF = '2026-06-15';

const day = fc
  .integer({ min: -400, max: 400 })
  .map(days => addDays(AS_OF, days));

const devices: Record<string, DeviceFacts> = {
  'asset:default/0': { decommissioned: false, cores: 8, processors: 1 },
  'asset:default/1': { decommissioned: false, cores: 24, processors: 2 },
  'asset:default/2': { decommissioned: true, cores: 64, processors: 4 },
  'asset:default/3': { decommissioned: false },
};

const metric = fc.constantFrom<LicenseMetric>(
  'named-user',
  'user-cal',
  'device',
  'device-cal',
  'instance',
  'site',
  'concurrent-user',
  'consumption',
);

function license(counting: LicenseMetric): fc.Arbitrary<LicenseSpec> {
  const optional = { nil: undefined };
  return fc
    .record({
      type: fc.constantFrom<LicenseSpec['type']>(
        'subscription',
        'perpetual',
        'open-source',
      ),
      quantity: fc.option(
        counting === 'consumption'
          ? fc.integer({ min: 0, max: 5000 }).map(tenths => tenths / 10)
          : fc.integer({ min: 0, max: 12 }),
        optional,
      ),
      term: fc.option(
        fc.record({ start: day, end: fc.option(day, optional) }),
        optional,
      ),
      assignments: fc.array(
        fc.record({
          to: fc
            .integer({ min: 0, max: 4 })
            .map(id =>
              counting.startsWith('device')
                ? `asset:default/${id}`
                : `user:default/${id}`,
            ),
          from: fc.option(day, optional),
          until: fc.option(day, optional),
        }),
        { maxLength: 6 },
      ),
      price: fc.option(
        fc.record({
          amount: fc.constantFrom('0.01', '7.00', '100.00', '9999999999999.99'),
          currency: fc.constant('EUR'),
          per: fc.constantFrom('unit' as const, 'total' as const),
          every: fc.constantFrom(
            'once' as const,
            'month' as const,
            'year' as const,
          ),
        }),
        optional,
      ),
    })
    .map(({ price, ...spec }) => ({
      ...spec,
      product: 'Suite',
      owner: 'group:default/a',
      metric: counting,
      financials: price ? { price } : {},
    }));
}

const pool = metric.chain(counting =>
  fc.record({
    licenses: fc.array(license(counting), { minLength: 1, maxLength: 4 }),
    lastUsed: fc.option(
      fc.dictionary(
        fc
          .integer({ min: 0, max: 4 })
          .map(id =>
            counting.startsWith('device')
              ? `asset:default/${id}`
              : `user:default/${id}`,
          ),
        day,
      ),
      { nil: undefined },
    ),
    measured: fc.option(
      fc.integer({ min: 0, max: 5000 }).map(tenths => tenths / 10),
      { nil: undefined },
    ),
  }),
);

/** Counts as a database would: rows filtered, joined and counted. */
function counted(value: {
  licenses: LicenseSpec[];
  lastUsed?: Record<string, string>;
  measured?: number;
}): CountedPool {
  const { licenses, lastUsed, measured } = value;
  const [{ product, metric: counting }] = licenses;
  const rows = licenses
    .filter(
      ({ term }) =>
        (term?.start ?? '0000') <= AS_OF && (term?.end ?? '9999') >= AS_OF,
    )
    .flatMap(({ assignments = [] }) => assignments)
    .filter(
      ({ from, until }) =>
        (from ?? '0000') <= AS_OF && (until ?? '9999') >= AS_OF,
    )
    .filter(
      ({ to }) =>
        !counting.startsWith('device') || !devices[to]?.decommissioned,
    );
  const plain = counting === 'instance' || counting === 'site';
  const assigned = plain ? rows.length : new Set(rows.map(row => row.to)).size;
  const isMeasured =
    counting === 'concurrent-user' || counting === 'consumption';
  const idle = rows.filter(
    ({ to, from }) =>
      (from ?? '0000') <= addDays(AS_OF, -90) &&
      (lastUsed?.[to] ?? '0000') <= addDays(AS_OF, -90),
  );
  const held = /^(named-user|user-cal|device|device-cal)$/.test(counting);
  return {
    product,
    metric: counting,
    licenses: licenses.map(({ assignments, ...spec }) => spec),
    assigned,
    consumed: isMeasured ? measured ?? null : assigned,
    reclaimable:
      held && lastUsed ? new Set(idle.map(({ to }) => to)).size : null,
    asOf: AS_OF,
  };
}

describe('a position from counted facts', () => {
  it('is that of the licences themselves', () => {
    fc.assert(
      fc.property(pool, value => {
        const { balance, reclaimable, ...fromCounts } = positionOf(
          counted(value),
        );
        const { position, ...fromLicences } = licensePosition(
          value.licenses,
          {
            device: ref => devices[ref],
            peakConcurrent: value.measured,
            usedUnits: value.measured,
            lastUsed: value.lastUsed && new Map(Object.entries(value.lastUsed)),
          },
          AS_OF,
        );
        expect({
          ...fromCounts,
          position: balance,
          reclaimable,
        }).toEqual({
          ...fromLicences,
          position,
          reclaimable: fromLicences.reclaimable?.length ?? null,
        });
      }),
    );
  });

  it('is never clamped, and what is unknown stays unknown', () => {
    fc.assert(
      fc.property(pool, value => {
        const facts = counted(value);
        const result = positionOf(facts);
        expect(result.applicable).toBe(result.entitled !== null);
        const isKnown = result.entitled !== null && facts.consumed !== null;
        // Tenths, so that the check itself is exact.
        const tenths = (count: number | null) => Math.round((count ?? 0) * 10);
        expect(result.balance === null ? null : tenths(result.balance)).toBe(
          isKnown ? tenths(result.entitled) - tenths(facts.consumed) : null,
        );
        expect(isKnown || result.trueUp === null).toBe(true);
        const isMeasured =
          result.entitled !== null && facts.reclaimable !== null;
        expect(result.unused !== null).toBe(isMeasured);
        expect(isMeasured || result.wastePerMonth === null).toBe(true);
        for (const amount of [result.trueUp, result.wastePerMonth]) {
          expect(amount === null || amount.minor >= 0n).toBe(true);
        }
      }),
    );
  });

  it('has exactly one state, and only a short one costs a true-up', () => {
    fc.assert(
      fc.property(pool, value => {
        const result = positionOf(counted(value));
        const state = positionState(result);
        expect(POSITION_STATES).toContain(state);
        expect(state === 'short').toBe((result.balance ?? 0) < 0);
        expect(state === 'unknown').toBe(
          result.applicable && result.balance === null,
        );
        expect(state === 'short' || (result.trueUp?.minor ?? 0n) === 0n).toBe(
          true,
        );
      }),
    );
  });

  it('costs one month more of the missing units for each month left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 1000 }),
        (months, missing) => {
          const { trueUp } = positionOf({
            product: 'Suite',
            metric: 'named-user',
            licenses: [
              {
                type: 'subscription',
                product: 'Suite',
                owner: 'group:default/a',
                metric: 'named-user',
                quantity: 0,
                term: {
                  start: '2026-01-31',
                  end: addMonths('2026-06-30', months),
                },
                financials: {
                  price: {
                    amount: '21.00',
                    currency: 'USD',
                    per: 'unit',
                    every: 'month',
                  },
                },
              },
            ],
            assigned: missing,
            consumed: missing,
            reclaimable: null,
            asOf: AS_OF,
          });
          expect(trueUp).toEqual({
            minor: 2100n * BigInt(missing) * BigInt(months + 1),
            currency: 'USD',
          });
        },
      ),
    );
  });

  it('adds decimal quantities exactly', () => {
    const litres = (quantity: number): LicenseSpec => ({
      type: 'commitment',
      product: 'Units',
      owner: 'group:default/a',
      metric: 'consumption',
      quantity,
      financials: {
        price: {
          amount: '3.00',
          currency: 'EUR',
          per: 'total',
          every: 'month',
        },
      },
    });
    expect(
      positionOf({
        product: 'Units',
        metric: 'consumption',
        licenses: [litres(0.1), litres(0.2)],
        assigned: 0,
        consumed: 0.4,
        reclaimable: null,
        asOf: AS_OF,
      }),
    ).toMatchObject({
      entitled: 0.3,
      balance: -0.1,
      unitPricePerMonth: { minor: 3000n, currency: 'EUR' },
    });
  });

  it('refuses an empty pool and negative counts', () => {
    const value = {
      product: 'Suite',
      metric: 'named-user' as const,
      licenses: [],
      assigned: 0,
      consumed: 0,
      reclaimable: null,
      asOf: AS_OF,
    };
    expect(() => positionOf(value)).toThrow('at least one licence');
    const [one] = fc.sample(license('named-user'), { seed: 1, numRuns: 1 });
    expect(() =>
      positionOf({ ...value, licenses: [one], assigned: -1 }),
    ).toThrow('not negative');
  });
});

describe('the state of a position', () => {
  it.each([
    [false, null, null, 'not-applicable'],
    [true, null, null, 'unknown'],
    [true, null, 4, 'unknown'],
    [true, -1, 4, 'short'],
    [true, 3, null, 'unused'],
    [true, 0, 2, 'unused'],
    [true, 0, 0, 'balanced'],
    [true, 0, null, 'balanced'],
  ])(
    'applicable %s, balance %s, unused %s: %s',
    (applicable, balance, unused, state) => {
      expect(positionState({ applicable, balance, unused })).toBe(state);
    },
  );
});
