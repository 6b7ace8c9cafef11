import fc from 'fast-check';
import { tableUnder } from '../__testUtils__/markdownTables';
import { LICENSE_METRICS } from '../entities';
import type { LicenseMetric, LicenseSpec } from '../entities/types';
import type { ConsumptionFacts } from './consumption';
import { countsFound, type FoundSoftware, foundPlaces } from './foundSoftware';
import { licensePosition } from './licensePosition';

const AS_OF = '2026-10-15';

function license(
  metric: LicenseMetric,
  rest: Partial<LicenseSpec> = {},
): LicenseSpec {
  return {
    type: 'subscription',
    product: 'Suite',
    owner: 'group:default/a',
    metric,
    quantity: 10,
    financials: {
      price: { amount: '10.00', currency: 'EUR', per: 'unit', every: 'month' },
    },
    ...rest,
  };
}

const place = (over: Partial<FoundSoftware>): FoundSoftware => ({
  firstSeen: '2026-09-01',
  lastSeen: '2026-10-14',
  ...over,
});

function position(
  metric: LicenseMetric,
  found: readonly FoundSoftware[],
  options: {
    license?: Partial<LicenseSpec>;
    facts?: Partial<ConsumptionFacts>;
  } = {},
) {
  return licensePosition(
    [license(metric, options.license)],
    { device: () => undefined, found, ...options.facts },
    AS_OF,
  );
}

describe('software that discovery finds', () => {
  it('counts users nobody assigned a seat to, and holders of devices', () => {
    const found = [
      place({ user: 'user:default/a', device: 'asset:default/x' }),
      place({ user: 'user:default/b' }),
      place({ user: 'user:default/b', device: 'asset:default/y' }),
      place({ device: 'asset:default/z', holder: 'user:default/c' }),
      place({ device: 'a-host-nobody-knows' }),
      place({ service: 'component:default/shop' }),
    ];
    const assignments = [{ to: 'user:default/a' }];
    expect(
      position('named-user', found, { license: { assignments } }),
    ).toMatchObject({ assigned: 1, found: 2, consumed: 3, position: 7 });
  });

  it('counts devices, known to the register or not', () => {
    const found = [
      place({ device: 'asset:default/x' }),
      place({ device: 'asset:default/x', user: 'user:default/a' }),
      place({ device: 'a-host-nobody-knows' }),
      place({ device: 'asset:default/gone' }),
    ];
    const facts: Partial<ConsumptionFacts> = {
      device: ref => ({ decommissioned: ref === 'asset:default/gone' }),
    };
    expect(position('device', found, { facts })).toMatchObject({
      found: 2,
      consumed: 2,
    });
    const assignments = [{ to: 'asset:default/x' }];
    expect(
      position('device', found, { facts, license: { assignments } }),
    ).toMatchObject({ assigned: 1, found: 1, consumed: 2 });
  });

  it('needs the cores of the devices, and is unknown without', () => {
    const cores: Record<string, number> = {
      'asset:default/x': 16,
      'asset:default/y': 2,
    };
    const facts: Partial<ConsumptionFacts> = {
      device: ref => ({ decommissioned: false, cores: cores[ref] }),
    };
    const spec = {
      factor: 0.5,
      minimumPerDevice: 4,
      assignments: [{ to: 'asset:default/x' }],
    };
    const y = place({ device: 'asset:default/y' });
    expect(position('core', [y], { facts, license: spec })).toMatchObject({
      found: 4,
      consumed: 12,
    });
    expect(
      position('core', [y, place({ device: 'unknown' })], {
        facts,
        license: spec,
      }),
    ).toMatchObject({ found: null, consumed: null, position: null });
  });

  it('counts a service by its bill of materials where no device of it is counted', () => {
    const found = [
      place({ service: 'component:default/shop' }),
      place({ service: 'component:default/web' }),
      place({ device: 'asset:default/x' }),
    ];
    const facts: Partial<ConsumptionFacts> = {
      servicesOf: ref =>
        ref === 'asset:default/x' ? ['component:default/web'] : [],
    };
    expect(position('instance', found, { facts })).toMatchObject({
      found: 2,
      consumed: 2,
    });
    const assignments = [{ to: 'component:default/shop' }];
    expect(
      position('instance', found, { facts, license: { assignments } }),
    ).toMatchObject({ assigned: 1, found: 1, consumed: 2 });
  });

  it.each([
    ['found for the first time on the day', { firstSeen: AS_OF }, 1],
    ['found later', { firstSeen: '2026-10-16' }, 0],
    ['last found 89 days before', { lastSeen: '2026-07-18' }, 1],
    ['last found 90 days before', { lastSeen: '2026-07-17' }, 0],
  ])('counts what was %s', (_, over, expected) => {
    const found = [place({ device: 'x', firstSeen: '2026-01-01', ...over })];
    expect(position('device', found).found).toBe(expected);
  });

  it('counts a bill of materials however old it is', () => {
    const found = [
      place({ service: 'a', firstSeen: '2024-01-01', lastSeen: '2024-01-01' }),
    ];
    expect(position('instance', found).found).toBe(1);
  });

  it('takes away from what is unused and wasted', () => {
    const found = [place({ user: 'user:default/b' })];
    expect(
      position('named-user', found, {
        license: { assignments: [{ to: 'user:default/a' }] },
        facts: { lastUsed: new Map([['user:default/a', AS_OF]]) },
      }),
    ).toMatchObject({
      unused: 8,
      wastePerMonth: { minor: 8_000n, currency: 'EUR' },
    });
  });

  it('is counted by the metrics that its page says', () => {
    const rows = tableUnder('rules/licences.md', 'Discovered software');
    const said = new Map(
      rows.flatMap(row =>
        row.metric.split(', ').map(metric => [metric, row['found counts']]),
      ),
    );
    expect([...said.keys()].sort()).toEqual([...LICENSE_METRICS].sort());
    for (const metric of LICENSE_METRICS) {
      expect([metric, said.get(metric) !== 'nothing']).toEqual([
        metric,
        countsFound(metric),
      ]);
    }
  });
});

describe('whatever is found', () => {
  const ref = (kind: string) =>
    fc.integer({ min: 0, max: 3 }).map(at => `${kind}:default/${at}`);
  const optional = (kind: string) => fc.option(ref(kind), { nil: undefined });
  const day = fc
    .integer({ min: 0, max: 400 })
    .map(days =>
      new Date(Date.UTC(2025, 11, 1 + days)).toISOString().slice(0, 10),
    );
  const drawn: fc.Arbitrary<FoundSoftware> = fc.oneof(
    fc.record({
      device: optional('asset'),
      holder: optional('user'),
      user: optional('user'),
      firstSeen: day,
      lastSeen: day,
    }),
    fc.record({ service: ref('component'), firstSeen: day, lastSeen: day }),
  );
  const places = fc.array(drawn, { maxLength: 12 });
  const holders = fc.array(
    fc.oneof(ref('user'), ref('asset'), ref('component')),
    { maxLength: 4 },
  );
  const metrics = fc.constantFrom(...LICENSE_METRICS);
  const facts: Partial<ConsumptionFacts> = {
    device: at => ({
      decommissioned: at.endsWith('3'),
      cores: 4,
      processors: 1,
    }),
    servicesOf: at => [at.replace(/^[a-z]+/, 'component')],
    peakConcurrent: 3,
    usedUnits: 5,
  };
  const of = (
    metric: LicenseMetric,
    found: readonly FoundSoftware[],
    to: readonly string[],
  ) =>
    position(metric, found, {
      license: { assignments: to.map(one => ({ to: one })) },
      facts,
    });

  it('consumption is what is assigned and what is found, and never less than without', () => {
    fc.assert(
      fc.property(metrics, places, holders, (metric, found, to) => {
        const without = of(metric, [], to);
        const counted = of(metric, found, to);
        expect(without.found).toBe(0);
        expect(counted.consumed).toBe(
          (without.consumed ?? 0) + (counted.found ?? 0),
        );
        expect(counted.found).toBeGreaterThanOrEqual(0);
        expect(countsFound(metric) ? without : counted).toEqual(without);
      }),
    );
  });

  it('neither order nor repetition matters', () => {
    fc.assert(
      fc.property(metrics, places, holders, (metric, found, to) => {
        expect(of(metric, [...found, ...found].reverse(), to)).toEqual(
          of(metric, found, to),
        );
      }),
    );
  });

  it('assigning what was found moves units and adds none', () => {
    fc.assert(
      fc.property(places, holders, (found, to) => {
        const all = found.flatMap(one =>
          one.user !== undefined ? [one.user] : one.holder ?? [],
        );
        const before = of('named-user', found, to);
        const after = of('named-user', found, [...to, ...all]);
        expect(after.found).toBe(0);
        expect(after.consumed).toBe(new Set([...to, ...all]).size);
        expect(before.consumed ?? 0).toBeLessThanOrEqual(after.consumed ?? 0);
      }),
    );
  });

  it('a place adds at most one of each', () => {
    fc.assert(
      fc.property(places, drawn, holders, (found, one, to) => {
        const assignments = to.map(holder => ({
          to: holder,
          license: license('instance'),
        }));
        const counted = (all: readonly FoundSoftware[]) =>
          foundPlaces(
            assignments,
            { device: () => undefined, ...facts, found: all },
            AS_OF,
          );
        const before = counted(found);
        const after = counted([...found, one]);
        expect(after.users - before.users).toBeLessThanOrEqual(1);
        expect(after.devices - before.devices).toBeLessThanOrEqual(1);
        // A device can take the place of services that use it.
        expect(after.services - before.services).toBeLessThanOrEqual(1);
      }),
    );
  });
});
