import fc from 'fast-check';
import { asset, contract, license, node } from '../../__testUtils__/entities';
import { readMonth } from '../../__testUtils__/readMonth';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  TestRegister,
  testRegisters,
  TODAY,
} from '../../__testUtils__/testRegister';
import { MonthlyTotals } from '../../stores/readModel/monthlyTotals';
import { addTotals } from '../../stores/readModel/addTotals';
import { readTotals } from '../../stores/readModel/readTotals';
import { activateRevision } from '../declarations/activateRevision';
import { retireRecord } from '../declarations/retireRecord';
import { recomputeWhenDue } from './recomputeWhenDue';
import {
  checkReadModel,
  rebuildReadModel,
  slideReadModel,
} from './recomputeReadModel';

jest.setTimeout(120_000);

type Step = (register: TestRegister, asOf: Date) => Promise<void>;

const names = fc.constantFrom('a', 'b', 'c');
const groups = fc.constantFrom('payments', 'platform', 'procurement');
const services = fc
  .uniqueArray(fc.constantFrom('api', 'web', 'ledger'))
  .map(list => list.map(name => ({ ref: `component:default/${name}` })));
const amounts = fc.constantFrom('0.01', '99.99', '1234.56', '100.00');

const steps: fc.Arbitrary<{ told: string; run: Step }> = fc.oneof(
  fc
    .record({
      name: names,
      owner: groups,
      services,
      amount: amounts,
      partOf: fc.option(names),
    })
    .map(({ name, owner, services: used, amount, partOf }) => ({
      told: `asset ${name} of ${owner} in ${partOf} ${amount} ${used.length}`,
      run: async (register: TestRegister, asOf: Date) => {
        await register.declare(
          asset(name, {
            owner,
            services: used,
            ...(partOf && partOf !== name ? { partOf } : {}),
            financials: {
              purchase: { amount, currency: 'EUR', date: '2026-01-01' },
              depreciation: { method: 'straight-line', months: 36 },
            },
          }),
          asOf,
        );
        await register.activate(asOf);
      },
    })),
  fc
    .record({ name: names, contracted: fc.boolean(), services })
    .map(({ name, contracted, services: used }) => ({
      told: `license ${name} ${contracted} ${used.length}`,
      run: async (register: TestRegister, asOf: Date) => {
        await register.declare(
          license(name, {
            services: used,
            ...(contracted ? { contract: 'a' } : {}),
          }),
          asOf,
        );
        await register.activate(asOf);
      },
    })),
  fc
    .record({
      name: names,
      type: fc.constantFrom('support', 'subscription'),
      covers: fc.uniqueArray(
        fc.constantFrom(
          'asset:default/a',
          'asset:default/b',
          'license:default/a',
          'component:default/web',
        ),
      ),
      distribute: fc.constantFrom('equal', 'cost'),
    })
    .map(({ name, type, covers, distribute }) => ({
      told: `contract ${name} ${type} ${covers} ${distribute}`,
      run: async (register: TestRegister, asOf: Date) => {
        await register.declare(
          contract(name, { type, covers, distribute }),
          asOf,
        );
        await register.activate(asOf);
      },
    })),
  fc
    .record({ kind: fc.constantFrom('asset', 'contract'), name: names })
    .map(({ kind, name }) => ({
      told: `retire ${kind} ${name}`,
      run: async (register: TestRegister, asOf: Date) => {
        await retireRecord(register, `${kind}:default/${name}`, asOf);
      },
    })),
  fc.record({ child: groups, parent: groups, owner: groups }).map(move => ({
    told: `move ${move.child} to ${move.parent}, api to ${move.owner}`,
    run: async (register: TestRegister) => {
      register.store(
        node(`group:${move.child}`, [`childOf group ${move.parent}`]),
      );
      register.store(
        node('component:api', [
          `ownedBy group ${move.owner}`,
          'partOf system shop',
        ]),
      );
      await register.project();
    },
  })),
);

describe.each(engines)('the read model on %p', engine => {
  const start = testRegisters();

  it('is what a rebuild gives after any sequence of changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(steps, { minLength: 3, maxLength: 10 }),
        async sequence => {
          const register = await start(engine);
          let asOf = TODAY;
          for (const step of sequence) {
            await step.run(register, asOf);
            asOf = minutesAfter(asOf, 60 * 24 * 9);
          }
          expect(await checkReadModel(register)).toEqual({
            equal: true,
            differingKeys: [],
          });
          const used = async (key: string) =>
            readMonth(register.database, 'used', key, '2026-07');
          const parts = await Promise.all(
            [
              'component:default/api',
              'component:default/web',
              'component:default/ledger',
              'unallocated',
            ].map(used),
          );
          const sums: Record<string, bigint> = {};
          for (const [currency, amount] of parts.flatMap(Object.entries)) {
            sums[currency] = (sums[currency] ?? 0n) + amount;
          }
          expect(sums).toEqual(
            await readMonth(register.database, 'owned', 'all', '2026-07'),
          );
          // What nobody uses, by record, is what nobody uses of the estate.
          const unused: Record<string, bigint> = {};
          for (const ref of await register.database('records').pluck('ref')) {
            const months = await readMonth(
              register.database,
              'owned',
              `unallocated|${ref}`,
              '2026-07',
            );
            for (const [currency, amount] of Object.entries(months)) {
              unused[currency] = (unused[currency] ?? 0n) + amount;
            }
          }
          expect(unused).toEqual(await used('unallocated'));
        },
      ),
      { numRuns: engine === 'SQLITE_3' ? 25 : 6 },
    );
  });

  it('loses nothing when many change at once', async () => {
    const register = await start(engine);
    const staged: { ref: string; revision: string }[] = [];
    for (let index = 0; index < 12; index++) {
      const name = `n${index}`;
      staged.push({
        ref: `asset:default/${name}`,
        revision: await register.stage(
          asset(name, index % 4 === 0 && index > 0 ? { partOf: 'n1' } : {}),
        ),
      });
    }
    const covers = staged.slice(0, 6).map(({ ref }) => ref);
    staged.push({
      ref: 'contract:default/c',
      revision: await register.stage(contract('c', { covers })),
    });
    await Promise.all(
      staged.map(one => activateRevision(register, one, TODAY)),
    );
    expect(await register.database('records').pluck('ref')).toHaveLength(13);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
    expect(
      await readMonth(register.database, 'used', 'all', '2026-05'),
    ).toEqual({ EUR: 12n * 1200n + 3000n });
    const segments: { id: unknown }[] = await register
      .database('cost_segments')
      .join('records', 'records.id', 'cost_segments.record_id')
      .where('records.ref', 'contract:default/c')
      .select('cost_segments.id');
    expect(segments.length).toBeGreaterThan(0);
  });

  it('refuses one of two that claim a tag at the same time', async () => {
    const register = await start(engine);
    const staged = await Promise.all(
      ['a', 'b'].map(async name => ({
        ref: `asset:default/${name}`,
        revision: await register.stage(asset(name, { tag: 'HW-1' })),
      })),
    );
    const outcomes = await Promise.allSettled(
      staged.map(one => activateRevision(register, one, TODAY)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('finds and repairs a row that is wrong', async () => {
    const register = await start(engine);
    await register.declare(asset('a'));
    await register.activate();
    const wrong = new MonthlyTotals();
    wrong.add(
      { basis: 'used', nodeKey: 'all', category: 'charge', currency: 'EUR' },
      new Array(60).fill(7n),
      1n,
    );
    await register.database.transaction(trx => addTotals(trx, wrong.nonZero()));
    expect(await checkReadModel(register)).toEqual({
      equal: false,
      differingKeys: ['used\u0000all\u0000charge\u0000EUR'],
    });
    await rebuildReadModel(register, TODAY);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('keeps what nobody uses of what a group owns, through a move', async () => {
    const register = await start(engine);
    await register.declare(
      asset('a', {
        owner: 'payments',
        services: [{ ref: 'component:default/api', share: 75 }],
      }),
    );
    await register.activate();
    const unused = (group: string) =>
      readMonth(
        register.database,
        'owned',
        `unallocated|group:default/${group}`,
        '2026-07',
      );
    const before = await unused('payments');
    expect(Object.keys(before)).toEqual(['EUR']);
    expect(await unused('procurement')).toEqual({});
    register.store(node('group:payments', ['childOf group procurement']));
    await register.project();
    expect(await unused('procurement')).toEqual(before);
    await retireRecord(register, 'asset:default/a', TODAY);
    expect(await unused('procurement')).toEqual({});
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('builds the rows an older version did not keep', async () => {
    const register = await start(engine);
    await register.declare(asset('a', { services: [] }));
    await register.activate();
    await register
      .database('cost_vec')
      .where('node_key', 'like', 'unallocated|%')
      .delete();
    await register
      .database('settings')
      .where('key', 'read-model.layout')
      .delete();
    expect(await checkReadModel(register)).toMatchObject({ equal: false });
    expect(await slideReadModel(register, TODAY)).toEqual({ moved: true });
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
    expect(await slideReadModel(register, TODAY)).toEqual({ moved: false });
  });

  it('keeps amounts beyond the exact range of numbers', async () => {
    const register = await start(engine);
    const amount = 9_007_199_254_740_993n;
    const key = {
      basis: 'owned' as const,
      nodeKey: 'all',
      category: 'charge',
      currency: 'EUR',
    };
    for (const sign of [1n, 1n] as const) {
      const totals = new MonthlyTotals();
      totals.add(key, new Array(60).fill(amount), sign);
      await register.database.transaction(trx =>
        addTotals(trx, totals.nonZero()),
      );
    }
    const [months] = [...(await readTotals(register.database)).values()];
    expect(months).toEqual(new Array(60).fill(2n * amount));
  });

  it('slides with the month, and computes what starts on a day', async () => {
    const register = await start(engine);
    await register.declare(
      asset('a', {
        owner: [{ ref: 'payments' }, { from: '2026-07-01', ref: 'platform' }],
      }),
    );
    await register.declare(
      contract('c', {
        renewal: { kind: 'automatic', months: 12 },
        covers: ['component:default/api'],
      }),
    );
    await register.activate();
    expect(await slideReadModel(register, TODAY)).toEqual({ moved: false });
    const all = (month: string) =>
      readMonth(register.database, 'owned', 'contract:default/c', month);
    expect(await all('2027-02')).toEqual({});

    const later = new Date('2027-01-02T00:00:00.000Z');
    expect(await recomputeWhenDue(register, later)).toMatchObject({
      due: true,
    });
    expect(await recomputeWhenDue(register, later)).toMatchObject({
      due: false,
    });
    expect(await all('2027-02')).toEqual({ EUR: 3000n });
    expect(
      await register
        .database('records')
        .orderBy('ref')
        .select('owner_ref', 'ends_on', 'ends_kind'),
    ).toEqual([
      { owner_ref: 'group:default/platform', ends_on: null, ends_kind: null },
      {
        owner_ref: 'group:default/procurement',
        ends_on: '2027-12-31',
        ends_kind: expect.any(String),
      },
    ]);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });
});
