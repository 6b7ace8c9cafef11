import {
  itamRecordPermissionRules,
  matchesItamRecordFilter,
  type ItamRecordFilter,
} from '@backstage-itam/plugin-itam-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { loadRecordResources } from '../stores/queries/recordResources';
import type { Scope } from './access';
import { isInScope } from './matchesCriteria';
import { whereReadable } from './recordFilterToKnex';

jest.setTimeout(120_000);

const databases = registerDatabases();
const TODAY = '2026-10-15';

const REFS = [
  'group:default/a',
  'group:default/b',
  'group:default/c',
  'group:default/unknown',
  'user:default/u',
];

const leaf: fc.Arbitrary<ItamRecordFilter> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'owner-in-groups' as const,
      'holder-in-groups' as const,
      'service-owner-in-groups' as const,
    ),
    refs: fc.subarray(REFS),
  }),
  fc.record({
    kind: fc.constant('kind-in' as const),
    kinds: fc
      .subarray(['Asset', 'License', 'Contract'] as const)
      .map(all => [...all]),
  }),
  fc.record({
    kind: fc.constant('class-in' as const),
    classes: fc.subarray(['hardware', 'cloud'] as const).map(all => [...all]),
  }),
  fc.record({
    kind: fc.constant('cost-center-in' as const),
    costCenters: fc.subarray(['CC-1', 'CC-2']),
  }),
);

const { criteria } = fc.letrec<{
  criteria: PermissionCriteria<ItamRecordFilter>;
}>(tie => ({
  criteria: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(tie('criteria'), fc.array(tie('criteria'), { maxLength: 2 })).map(
      ([first, rest]): PermissionCriteria<ItamRecordFilter> => ({
        anyOf: [first, ...rest],
      }),
    ),
    fc.tuple(tie('criteria'), fc.array(tie('criteria'), { maxLength: 2 })).map(
      ([first, rest]): PermissionCriteria<ItamRecordFilter> => ({
        allOf: [first, ...rest],
      }),
    ),
    tie('criteria').map(
      (not): PermissionCriteria<ItamRecordFilter> => ({
        not,
      }),
    ),
  ),
}));

const scope: fc.Arbitrary<Scope<ItamRecordFilter>> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.constant({ kind: 'none' as const }),
  {
    weight: 8,
    arbitrary: criteria.map(one => ({
      kind: 'criteria' as const,
      criteria: one,
    })),
  },
);

async function insertRecords(knex: Knex): Promise<string[]> {
  const refs: string[] = [];
  const kinds = ['Asset', 'License', 'Contract'];
  const pick = <T>(values: readonly T[], n: number) =>
    values[n % values.length];
  for (let n = 0; n < 40; n += 1) {
    const kind = pick(kinds, n);
    const ref = `${kind.toLowerCase()}:default/r${n}`;
    await knex('records').insert({
      ref,
      kind,
      namespace: 'default',
      name: `r${n}`,
      origin: 'declared',
      title: ref,
      class: kind === 'Asset' ? pick(['hardware', 'cloud', 'fixed'], n) : null,
      owner_ref: pick([...REFS, null], n),
      assignee_ref: pick([null, 'user:default/u', 'group:default/b'], n >> 1),
      cost_center: pick([null, 'CC-1', 'CC-2', 'CC-3'], n >> 2),
      has_price: false,
      search_text: ref,
      spec: '{}',
      dated_state: '{}',
      version: 1,
      created_at: TODAY,
      updated_at: TODAY,
    });
    const { id } = await knex('records').where({ ref }).first('id');
    if (n % 4 < 2) {
      await knex('record_services').insert({
        record_id: id,
        service_ref: pick(
          [
            'component:default/of-c',
            'component:default/of-nobody',
            'component:default/unknown',
          ],
          n,
        ),
        share_bp: 10_000,
      });
    }
    if (n % 5 === 0) {
      await knex('assignments').insert({
        record_id: id,
        to_ref: pick(['user:default/u', 'group:default/c'], n),
        from_date: pick([null, '2026-10-15', '2026-10-16'], n >> 1),
        until_date: pick([null, '2026-10-15', '2026-10-14'], n >> 2),
      });
    }
    refs.push(ref);
  }
  return refs;
}

describe.each(engines)('whereReadable on %s', engine => {
  let knex: Knex;
  let refs: string[];

  beforeAll(async () => {
    knex = await databases.migrated(engine);
    // u is in c, c below b, b below a.
    const above: Record<string, string[]> = {
      'group:default/a': [],
      'group:default/b': ['group:default/a'],
      'group:default/c': ['group:default/b', 'group:default/a'],
      'user:default/u': [
        'group:default/c',
        'group:default/b',
        'group:default/a',
      ],
    };
    for (const [ref, ancestors] of Object.entries(above)) {
      for (const ancestor of [ref, ...ancestors]) {
        await knex('node_closure').insert({
          dimension: 'group',
          ancestor_ref: ancestor,
          descendant_ref: ref,
          depth: ancestor === ref ? 0 : 1,
        });
      }
    }
    await knex('nodes').insert([
      {
        ref: 'component:default/of-c',
        kind: 'component',
        owner_ref: 'group:default/c',
      },
      {
        ref: 'component:default/of-nobody',
        kind: 'component',
        owner_ref: null,
      },
    ]);
    refs = await insertRecords(knex);
  });

  it('selects exactly the records that the rules match', async () => {
    const resources = await loadRecordResources(knex, refs, TODAY);
    expect(resources.size).toBe(refs.length);
    await fc.assert(
      fc.asyncProperty(scope, scope, async (records, contracts) => {
        const query = knex('records');
        whereReadable(
          query,
          { records, contracts, costs: { kind: 'none' } },
          TODAY,
        );
        const rows: { ref: string }[] = await query.select('records.ref');
        const expected = refs.filter(ref => {
          const resource = resources.get(ref);
          return (
            resource !== undefined &&
            isInScope(resource, records, matchesItamRecordFilter) &&
            (resource.kind !== 'Contract' ||
              isInScope(resource, contracts, matchesItamRecordFilter))
          );
        });
        expect(rows.map(row => row.ref).sort()).toEqual(expected.sort());
      }),
      { numRuns: 150 },
    );
  });

  it('knows every filter that the rules make', () => {
    for (const rule of Object.values(itamRecordPermissionRules)) {
      const query = knex('records');
      const params: unknown = {
        claims: ['group:default/a'],
        kinds: ['Asset'],
        classes: ['cloud'],
        costCenters: ['CC-1'],
      };
      const filter: unknown = Reflect.apply(rule.toQuery, rule, [params]);
      expect(() =>
        whereReadable(
          query,
          {
            records: {
              kind: 'criteria',
              criteria: JSON.parse(JSON.stringify(filter)),
            },
            contracts: { kind: 'all' },
            costs: { kind: 'none' },
          },
          TODAY,
        ),
      ).not.toThrow();
    }
  });
});
