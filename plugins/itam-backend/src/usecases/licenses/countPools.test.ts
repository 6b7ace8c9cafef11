import {
  countsFound,
  isEffective,
  licensePools,
  licensePosition,
  type FoundSoftware,
  type LicenseMetric,
  type LicenseSpec,
} from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { readPooledLicenses } from '../../stores/queries/licensePool';
import { countPools } from './countPools';

jest.setTimeout(240_000);

const databases = registerDatabases();
const all = { kind: 'all' } as const;
const access = { records: all, contracts: all, costs: all };
const RECLAIM_DAYS = 90;

const METRICS: readonly LicenseMetric[] = [
  'named-user',
  'user-cal',
  'device',
  'device-cal',
  'core',
  'processor',
  'instance',
  'site',
  'concurrent-user',
  'consumption',
];

const day = fc
  .integer({ min: 0, max: 700 })
  .map(days =>
    new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10),
  );
const optionalDay = fc.option(day, { nil: undefined });
const holder = fc
  .tuple(fc.constantFrom('user', 'asset'), fc.integer({ min: 0, max: 5 }))
  .map(([kind, number]) => `${kind}:default/x${number}`);

const device = fc.record({
  decommissioned: fc.boolean(),
  cores: fc.option(fc.integer({ min: 1, max: 64 }), { nil: undefined }),
  processors: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  holder: fc.option(fc.constantFrom('user:default/x0', 'user:default/x1'), {
    nil: undefined,
  }),
  services: fc.uniqueArray(
    fc.constantFrom('component:default/x0', 'component:default/x1'),
  ),
});

/** Where a list, or a bill of materials, has a product. */
const sighting = fc.record({
  device: fc.constantFrom('', 'x0', 'x1', 'x2', 'x9'),
  user: fc.constantFrom('', 'user:default/x0', 'user:default/x2'),
  service: fc.constantFrom(
    '',
    '',
    'component:default/x0',
    'component:default/x1',
  ),
  firstSeen: day,
  lastSeen: day,
});

/** A discovered product: which licences it is matched to, by number. */
const item = fc.record({
  licenses: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }),
  sightings: fc.uniqueArray(sighting, {
    maxLength: 6,
    selector: ({ device: on, user, service }) => `${on} ${user} ${service}`,
  }),
});

const license = fc.record({
  product: fc.constantFrom('Tool', ' tool ', 'TOOL', 'Äpp', 'äpp'),
  metric: fc.constantFrom(...METRICS),
  quantity: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  factor: fc.option(fc.constantFrom(0.25, 0.5, 1.5), { nil: undefined }),
  minimumPerDevice: fc.option(fc.integer({ min: 1, max: 16 }), {
    nil: undefined,
  }),
  start: optionalDay,
  months: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
  assignments: fc.array(
    fc.record({ to: holder, from: optionalDay, until: optionalDay }),
    { maxLength: 8 },
  ),
  usage: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom('seat', 'peak', 'units'),
      date: day,
      holder,
      thousandths: fc.integer({ min: 0, max: 50_000 }),
    }),
    {
      maxLength: 12,
      selector: ({ kind, date, holder: ref }) =>
        `${kind} ${date} ${kind === 'seat' ? ref : ''}`,
    },
  ),
});

type License = typeof license extends fc.Arbitrary<infer T> ? T : never;
type Device = typeof device extends fc.Arbitrary<infer T> ? T : never;
type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;

function specOf(drawn: License): LicenseSpec {
  const { product, metric, quantity, factor, minimumPerDevice } = drawn;
  return {
    type: 'subscription',
    product,
    owner: 'group:default/g',
    metric,
    quantity,
    factor,
    minimumPerDevice,
    ...(drawn.start === undefined
      ? {}
      : {
          term: {
            start: drawn.start,
            end: drawn.months === undefined ? undefined : endOf(drawn),
          },
        }),
    assignments: drawn.assignments,
    financials: {
      price: { amount: '7.00', currency: 'EUR', per: 'unit', every: 'month' },
    },
  };
}

function endOf({ start = '', months: days = 0 }: License): string {
  return new Date(Date.parse(start) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

async function store(
  knex: Knex,
  licenses: readonly License[],
  devices: readonly Device[],
  items: readonly Item[],
): Promise<void> {
  for (const table of [
    'discovered_items',
    'record_services',
    'usage_measures',
    'assignments',
    'records',
  ]) {
    await knex(table).delete();
  }
  const row = (id: number, kind: string, name: string, spec: object) => ({
    id,
    ref: `${kind.toLowerCase()}:default/${name}`,
    kind,
    namespace: 'default',
    name,
    origin: 'declared',
    title: name,
    has_price: true,
    search_text: name,
    spec: JSON.stringify(spec),
    dated_state: '{}',
    version: 1,
    created_at: '2025-01-01T00:00:00.000Z',
    updated_at: '2025-01-01T00:00:00.000Z',
  });
  for (const [index, drawn] of licenses.entries()) {
    const { financials, ...spec } = specOf(drawn);
    const id = index + 1;
    await knex('records').insert({
      ...row(id, 'License', `l${index}`, spec),
      product: drawn.product,
      financials: JSON.stringify(financials),
    });
    for (const { to, from, until } of drawn.assignments) {
      await knex('assignments').insert({
        record_id: id,
        to_ref: to,
        from_date: from ?? null,
        until_date: until ?? null,
      });
    }
    for (const { kind, date, holder: ref, thousandths } of drawn.usage) {
      await knex('usage_measures').insert({
        record_id: id,
        kind,
        date,
        holder_ref: kind === 'seat' ? ref : '',
        quantity: kind === 'seat' ? null : String(thousandths / 1_000),
        recorded_at: '2025-01-01T00:00:00.000Z',
      });
    }
  }
  for (const [
    index,
    { decommissioned, cores, processors, holder: assignee, services },
  ] of devices.entries()) {
    await knex('records').insert({
      ...row(1_000 + index, 'Asset', `x${index}`, { cores, processors }),
      stage: decommissioned ? 'decommission' : 'maintenance',
      assignee_ref: assignee ?? null,
    });
    for (const service of services) {
      await knex('record_services').insert({
        record_id: 1_000 + index,
        service_ref: service,
        share_bp: 0,
      });
    }
  }
  for (const [index, { licenses: matched, sightings }] of items.entries()) {
    await knex('discovered_items').insert({
      id: index + 1,
      kind: 'software',
      key: `i${index}`,
      name: `i${index}`,
      publisher_key: '',
      state: 'matched',
      matches: JSON.stringify(matched.map(at => `license:default/l${at}`)),
      first_seen: '2025-01-01',
      last_seen: '2025-01-01',
      version: 1,
    });
    for (const { device: on, user, service, ...seen } of sightings) {
      await knex('software_sightings').insert({
        item_id: index + 1,
        device: on,
        user_ref: user,
        service_ref: service,
        record_id:
          assetAt(on, devices) === undefined
            ? null
            : 1_000 + Number(on.slice(1)),
        name: `i${index}`,
        first_seen: seen.firstSeen,
        last_seen: seen.lastSeen,
        source: 'agent',
      });
    }
  }
}

/** The asset that a device in a list is. */
function assetAt(name: string, devices: readonly Device[]): Device | undefined {
  return name === '' ? undefined : devices[Number(name.slice(1))];
}

/** What the rules need to know of the products that a pool counts. */
function foundIn(
  pool: readonly LicenseSpec[],
  drawn: readonly LicenseSpec[],
  items: readonly Item[],
  options: { devices: readonly Device[]; asOf: string },
): FoundSoftware[] {
  const { devices, asOf } = options;
  return items
    .filter(({ licenses }) => {
      const counting = licenses
        .flatMap(at => drawn[at] ?? [])
        .filter(spec => countsFound(spec.metric) && isEffective(spec, asOf));
      return counting.length > 0 && counting.every(spec => pool.includes(spec));
    })
    .flatMap(({ sightings }) => sightings)
    .map(({ device: on, user, service, ...seen }) => ({
      ...seen,
      ...(on === ''
        ? {}
        : {
            device: assetAt(on, devices) ? `asset:default/${on}` : `name ${on}`,
          }),
      holder: assetAt(on, devices)?.holder,
      user: user === '' ? undefined : user,
      service: service === '' ? undefined : service,
    }));
}

/** What the rules need to know, read off what was drawn. */
function factsOf(
  pool: readonly License[],
  devices: readonly Device[],
  asOf: string,
) {
  const inEffect = pool.filter(
    drawn =>
      drawn.start === undefined ||
      (drawn.start <= asOf &&
        (drawn.months === undefined || endOf(drawn) >= asOf)),
  );
  const peaks = new Map<string, number>();
  const since = new Date(Date.parse(asOf) - 90 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  let units: number | undefined;
  for (const { usage, start } of inEffect) {
    for (const { kind, date, thousandths } of usage) {
      if (kind === 'peak' && date > since && date <= asOf) {
        peaks.set(date, (peaks.get(date) ?? 0) + thousandths);
      }
      if (kind === 'units' && date >= (start ?? '') && date <= asOf) {
        units = (units ?? 0) + thousandths;
      }
    }
  }
  const seen = pool
    .flatMap(({ usage }) => usage)
    .filter(({ kind, date }) => kind === 'seat' && date <= asOf);
  const lastUsed = new Map<string, string>();
  for (const { holder: ref, date } of seen) {
    const last = lastUsed.get(ref);
    lastUsed.set(ref, last !== undefined && last > date ? last : date);
  }
  return {
    device: (ref: string) =>
      ref.startsWith('asset:') ? devices[Number(ref.slice(-1))] : undefined,
    peakConcurrent:
      peaks.size === 0 ? undefined : Math.max(...peaks.values()) / 1_000,
    usedUnits: units === undefined ? undefined : units / 1_000,
    lastUsed: seen.length === 0 ? undefined : lastUsed,
    reclaimAfterDays: RECLAIM_DAYS,
  };
}

describe.each(engines)('countPools on %s', engine => {
  it('counts what the rules count one by one', async () => {
    const knex = await databases.migrated(engine);
    await fc.assert(
      fc.asyncProperty(
        fc.array(license, { minLength: 1, maxLength: 6 }),
        fc.array(device, { minLength: 3, maxLength: 5 }),
        fc.array(item, { maxLength: 4 }),
        day,
        async (licenses, devices, items, asOf) => {
          await store(knex, licenses, devices, items);
          const stored = await readPooledLicenses(knex, access, {
            asOf,
            today: asOf,
          });
          const counted = await countPools(knex, stored, {
            asOf,
            reclaimAfterDays: RECLAIM_DAYS,
          });
          const specs = licenses.map(specOf);
          const drawnPools = licensePools(
            licenses.map((drawn, at) => ({ spec: specs[at], drawn })),
          );
          expect(counted).toHaveLength(drawnPools.length);
          drawnPools.forEach((pool, index) => {
            const {
              position: balance,
              reclaimable,
              ...expected
            } = licensePosition(
              pool.map(({ spec }) => spec),
              {
                ...factsOf(
                  pool.map(({ drawn }) => drawn),
                  devices,
                  asOf,
                ),
                found: foundIn(
                  pool.map(({ spec }) => spec),
                  specs,
                  items,
                  { devices, asOf },
                ),
                servicesOf: ref =>
                  ref.startsWith('asset:')
                    ? devices[Number(ref.slice(-1))]?.services ?? []
                    : [],
              },
              asOf,
            );
            expect(counted[index].position).toEqual({
              ...expected,
              product: expected.product.trim(),
              balance,
              reclaimable: reclaimable === null ? null : reclaimable.length,
            });
          });
          for (const one of stored) {
            const own = await readPooledLicenses(knex, access, {
              asOf,
              today: asOf,
              product: one.spec.product,
            });
            expect(own.map(({ id }) => id)).toContain(one.id);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
