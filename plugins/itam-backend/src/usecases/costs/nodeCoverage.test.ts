import fc from 'fast-check';
import type { Knex } from 'knex';
import { asset, node } from '../../__testUtils__/entities';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
} from '../../__testUtils__/testRegister';
import { NO_RECORDS } from '../../stores/nodeCoverage/CoverageCounts';
import {
  coverageKeyText,
  readNodeCoverage,
} from '../../stores/nodeCoverage/nodeCoverage';
import {
  recordCondition,
  type CostScope,
} from '../../stores/queries/costScopes';
import {
  countRecords,
  listRecords,
  type RecordFilters,
  type RecordListQuery,
} from '../../stores/queries/listRecords';
import { randomChanges } from './__testUtils__/randomChanges';
import { checkReadModel, rebuildReadModel } from './recomputeReadModel';

jest.setTimeout(120_000);

/** Scopes and the node that holds their counts. */
const scopes: {
  scope: CostScope;
  nodeKey: string;
  basis: 'used' | 'owned';
}[] = [
  { scope: { over: 'records', where: 'all' }, nodeKey: 'all', basis: 'owned' },
  ...['payments', 'platform', 'procurement'].flatMap(name => {
    const key = `group:default/${name}`;
    return [
      {
        scope: { over: 'records', where: 'owner-in-group', key } as const,
        nodeKey: key,
        basis: 'owned' as const,
      },
      {
        scope: {
          over: 'slices',
          where: 'service-owner-in-group',
          key,
        } as const,
        nodeKey: key,
        basis: 'used' as const,
      },
    ];
  }),
  ...['api', 'web', 'ledger'].map(name => {
    const key = `component:default/${name}`;
    return {
      scope: { over: 'slices', where: 'service', key } as const,
      nodeKey: key,
      basis: 'used' as const,
    };
  }),
  {
    scope: { over: 'slices', where: 'part-of', key: 'system:default/shop' },
    nodeKey: 'system:default/shop',
    basis: 'used',
  },
  {
    scope: { over: 'records', where: 'class', key: 'hardware' },
    nodeKey: 'class:hardware',
    basis: 'owned',
  },
];

/** The same counts, by SQL over the records themselves. */
async function countLive(database: Knex, scope: CostScope) {
  const { sql, values } = recordCondition(scope);
  const absent = (column: string) =>
    `not exists (select 1 from nodes where nodes.ref = ${column})`;
  const [row] = await database('records')
    .whereNull('retired_at')
    .whereRaw(sql, values)
    .select(
      database.raw('count(*) as records'),
      database.raw('count(case when has_price then 1 end) as priced'),
      database.raw(
        `count(case when stage in ('planning', 'procurement') then 1 end)
          as early`,
      ),
      database.raw(
        `count(case when has_price and kind = 'License' and exists (
            select 1 from records c
            where c.ref = records.contract_ref and c.kind = 'Contract'
              and c.type not in ('warranty', 'support', 'maintenance', 'service')
          ) then 1 end) as in_contract`,
      ),
      database.raw(
        `count(case when (owner_ref is not null and ${absent(
          'records.owner_ref',
        )})
          or exists (select 1 from record_services s
            where s.record_id = records.id and ${absent('s.service_ref')})
          then 1 end) as unresolved`,
      ),
    );
  return {
    records: Number(row.records),
    priced: Number(row.priced),
    early: Number(row.early),
    inContract: Number(row.in_contract),
    unresolved: Number(row.unresolved),
  };
}

async function expectTrueCounts(database: Knex): Promise<number> {
  const stored = await readNodeCoverage(database, scopes);
  let counted = 0;
  for (const { scope, nodeKey, basis } of scopes) {
    const live = await countLive(database, scope);
    counted += live.records;
    const { records, priced, early, inContract, unresolved } =
      stored.get(coverageKeyText({ nodeKey, basis })) ?? NO_RECORDS;
    expect({
      nodeKey,
      basis,
      records,
      priced,
      early,
      inContract,
      unresolved,
    }).toEqual({ nodeKey, basis, ...live });
  }
  return counted;
}

/** A list whose number the coverage has says as many as it shows. */
async function expectCountedLists(database: Knex): Promise<void> {
  const lists: Omit<RecordFilters, 'retired'>[] = [
    {},
    { owner: 'group:default/commerce' },
    { owner: 'group:default/payments' },
    { owner: 'group:default/nobody' },
    // Names of nodes that own nothing as an owner does.
    { owner: 'all' },
    { owner: 'class:hardware' },
    { vendor: 'acme' },
    { class: 'hardware' },
    { class: 'hardware', stage: 'maintenance' },
  ];
  for (const filters of lists) {
    const query: RecordListQuery = {
      access: {
        records: { kind: 'all' },
        contracts: { kind: 'all' },
        costs: { kind: 'all' },
      },
      asOf: '2026-10-15',
      filters: { ...filters, retired: false },
      sort: 'ref',
      order: 'asc',
    };
    const rows = await listRecords(database, query, { limit: 1_000 });
    expect({ filters, count: await countRecords(database, query) }).toEqual({
      filters,
      count: rows.length,
    });
  }
}

describe.each(engines)('stored coverage on %p', engine => {
  const start = testRegisters();

  it('counts what stands behind each node after any changes', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(randomChanges, async changes => {
        const register = await start(engine);
        let asOf = TODAY;
        for (const change of changes) {
          await change.run(register, asOf);
          asOf = minutesAfter(asOf, 60 * 24 * 9);
        }
        counted += await expectTrueCounts(register.database);
        await expectCountedLists(register.database);
        expect(await checkReadModel(register)).toMatchObject({ equal: true });
        await rebuildReadModel(register, asOf);
        await expectTrueCounts(register.database);
      }),
      { numRuns: engine === 'SQLITE_3' ? 25 : 6 },
    );
    // Otherwise the changes made nothing to count.
    expect(counted).toBeGreaterThan(0);
  });

  it('follows a service that the catalog has only later, and loses again', async () => {
    const register = await start(engine);
    register.store(node('group:payments'));
    await register.project();
    await register.declare(
      asset('a', {
        owner: 'payments',
        services: [{ ref: 'component:default/new' }],
      }),
    );
    await register.activate();
    const unresolved = async () => {
      const [count] = (
        await readNodeCoverage(register.database, [
          { nodeKey: 'component:default/new', basis: 'used' },
        ])
      ).values();
      return count?.unresolved;
    };
    expect(await unresolved()).toBe(1);
    register.store(node('component:new', ['ownedBy group payments']));
    await register.project();
    expect(await unresolved()).toBe(0);
    register.catalogEntities.delete('component:default/new');
    await register.project();
    expect(await unresolved()).toBe(1);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });
});
