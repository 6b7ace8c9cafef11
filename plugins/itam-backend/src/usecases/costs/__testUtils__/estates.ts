import {
  allocate,
  splitAtClosing,
  withClosedMonths,
  type CostSegment,
  type CostSlice,
} from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { replaceOpenSegments } from '../../../stores/costSegments/replaceOpenSegments';

/** The clock of the tests. */
export const NOW = new Date('2026-10-15T12:00:00.000Z');
/** Its month index. */
export const CURRENT = 2026 * 12 + 9;

/** Groups a ◂ b ◂ c, a ◂ d, and x ◂ b as well: c has two ways up. */
const GROUP_PARENTS: Record<string, string[]> = {
  'group:default/a': [],
  'group:default/x': [],
  'group:default/b': ['group:default/a', 'group:default/x'],
  'group:default/c': ['group:default/b', 'group:default/x'],
  'group:default/d': ['group:default/a'],
  'user:default/u': ['group:default/c', 'group:default/d'],
};
export const OWNERS = [...Object.keys(GROUP_PARENTS), 'group:default/unknown'];
const PART_PARENTS: Record<string, string[]> = {
  'domain:default/shop': [],
  'system:default/pay': ['domain:default/shop'],
  'component:default/api': ['system:default/pay'],
  'component:default/web': ['system:default/pay'],
  'component:default/alone': [],
};
export const SERVICES = [
  ...Object.keys(PART_PARENTS),
  'component:default/unknown',
];
const SERVICE_OWNERS: Record<string, string | null> = {
  'domain:default/shop': 'group:default/a',
  'system:default/pay': 'group:default/b',
  'component:default/api': 'group:default/c',
  'component:default/web': 'user:default/u',
  'component:default/alone': null,
};

const segmentArbitrary = fc
  .record({
    view: fc.constantFrom<CostSegment['view'][]>('accrued', 'invoiced'),
    category: fc.constantFrom<CostSegment['category'][]>(
      'depreciation',
      'charge',
      'contract',
      'servicing',
    ),
    certainty: fc.constantFrom<CostSegment['certainty'][]>(
      'actual',
      'actual',
      'actual',
      'committed',
      'forecast',
    ),
    currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    totalMinor: fc.oneof(
      fc.bigInt({ min: -5000n, max: 5000n }),
      fc.bigInt({ min: -(10n ** 15n - 1n), max: 10n ** 15n - 1n }),
    ),
    units: fc.integer({ min: 1, max: 90 }),
    startMonth: fc.integer({ min: CURRENT - 60, max: CURRENT + 6 }),
    window: fc.tuple(fc.nat(90), fc.nat(90)),
    ownerRef: fc.constantFrom(...OWNERS, null),
    costCenter: fc.constantFrom('CC-1', 'CC-2', null),
    vendor: fc.constantFrom('dell', 'acme', null),
    assetClass: fc.constantFrom('hardware', 'cloud', null),
    weightTotal: fc.integer({ min: 1, max: 20_000_000 }),
    services: fc.uniqueArray(fc.constantFrom(...SERVICES), { maxLength: 4 }),
    weights: fc.array(fc.integer({ min: 1, max: 1000 }), {
      minLength: 5,
      maxLength: 5,
    }),
  })
  .map(({ window, services, weights, ...segment }) => {
    const [from, to] = window.map(unit => unit % (segment.units + 1));
    return {
      ...segment,
      windowFromUnit: Math.min(from, to),
      windowToUnitExclusive: Math.max(from, to),
      slices: slicesOf(services.sort(), weights, segment.weightTotal),
    };
  });

function slicesOf(
  services: string[],
  weights: number[],
  weightTotal: number,
): CostSlice[] {
  const keys = [...services, ''];
  let at = 0;
  return allocate(
    BigInt(weightTotal),
    keys.map((key, index) => ({ key, weight: BigInt(weights[index]) })),
  ).flatMap(({ key, amount }) => {
    const lo = at;
    at += Number(amount);
    return amount === 0n
      ? []
      : [{ serviceRef: key === '' ? null : key, lo, hi: at }];
  });
}

export const estateArbitrary = fc.array(
  fc.array(segmentArbitrary, { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 12 },
);

/**
 * Estates whose months are closed up to one: the segments they were closed
 * with, and those of today.
 */
export const closedEstateArbitrary = fc.record({
  before: estateArbitrary,
  now: estateArbitrary,
  closedThrough: fc.integer({ min: CURRENT - 30, max: CURRENT - 1 }),
});

/** Estates with and without closed months. */
export const anyEstateArbitrary = fc.oneof(
  estateArbitrary,
  closedEstateArbitrary,
);

/** Stores either kind of estate. */
export async function storeAny(
  knex: Knex,
  drawn:
    | DrawnEstate
    | { before: DrawnEstate; now: DrawnEstate; closedThrough: number },
): Promise<Estate> {
  return 'closedThrough' in drawn
    ? await storeClosed(knex, drawn)
    : await store(knex, drawn);
}

type DrawnEstate = readonly (readonly Drawn[])[];
export type Drawn = Omit<CostSegment, 'recordRef' | 'recordKind'>;
type Estate = CostSegment[];

async function clear(knex: Knex): Promise<void> {
  for (const table of ['cost_slices', 'cost_segments', 'records']) {
    await knex(table).delete();
  }
}

export async function store(knex: Knex, estate: DrawnEstate): Promise<Estate> {
  await clear(knex);
  const stored: Estate = [];
  for (const [index, drawn] of estate.entries()) {
    const ref = `asset:default/a${index}`;
    await knex('records').insert({
      ref,
      kind: 'Asset',
      namespace: 'default',
      name: `a${index}`,
      origin: 'declared',
      title: ref,
      has_price: true,
      search_text: ref,
      spec: '{}',
      dated_state: '{}',
      version: 1,
      created_at: NOW.toISOString(),
      updated_at: NOW.toISOString(),
    });
    const { id } = await knex('records').where({ ref }).first('id');
    const segments = ofRecord(ref, drawn);
    await knex.transaction(trx =>
      replaceOpenSegments(trx, [{ recordId: id, segments }]),
    );
    stored.push(...segments);
  }
  return stored;
}

function ofRecord(ref: string, drawn: readonly Drawn[]): CostSegment[] {
  return drawn.map(segment => ({
    ...segment,
    recordRef: ref,
    recordKind: 'Asset',
  }));
}

/** Stores an estate as it is once months were closed and records changed. */
export async function storeClosed(
  knex: Knex,
  {
    before,
    now,
    closedThrough,
  }: {
    before: DrawnEstate;
    now: DrawnEstate;
    closedThrough: number;
  },
): Promise<Estate> {
  const records = Math.max(before.length, now.length);
  return await store(
    knex,
    Array.from({ length: records }, (_, index) => {
      const ref = `asset:default/a${index}`;
      return withClosedMonths(
        ofRecord(ref, now[index] ?? []),
        splitAtClosing(ofRecord(ref, before[index] ?? []), closedThrough),
        closedThrough,
      );
    }),
  );
}

export async function storeCatalog(knex: Knex): Promise<void> {
  const ancestorsOf = (
    ref: string,
    parents: Record<string, string[]>,
  ): Set<string> =>
    new Set([
      ref,
      ...(parents[ref] ?? []).flatMap(parent => [
        ...ancestorsOf(parent, parents),
      ]),
    ]);
  for (const [dimension, parents] of [
    ['group', GROUP_PARENTS],
    ['part', PART_PARENTS],
  ] as const) {
    for (const ref of Object.keys(parents)) {
      await knex('nodes').insert({
        ref,
        kind: ref.slice(0, ref.indexOf(':')),
        title: ref,
        owner_ref: SERVICE_OWNERS[ref] ?? null,
      });
      for (const ancestor of ancestorsOf(ref, parents)) {
        await knex('node_closure').insert({
          dimension,
          ancestor_ref: ancestor,
          descendant_ref: ref,
          depth: ancestor === ref ? 0 : 1,
        });
      }
    }
  }
}
