import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { asset, contract, node } from '../../__testUtils__/entities';
import { readMonth } from '../../__testUtils__/readMonth';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
} from '../../__testUtils__/testRegister';
import { MonthlyTotals } from '../../stores/readModel/monthlyTotals';
import { addTotals } from '../../stores/readModel/addTotals';
import { readTotalsOf } from '../../stores/readModel/readTotals';
import { activateRevision } from '../declarations/activateRevision';
import { retireRecord } from '../declarations/retireRecord';
import { checkSegments } from './checkSegments';
import { recomputeAffected } from './recomputeAffected';
import { randomChanges, service } from './__testUtils__/randomChanges';
import { recomputeWhenDue } from './recomputeWhenDue';
import {
  checkReadModel,
  rebuildReadModel,
  slideReadModel,
} from './recomputeReadModel';

jest.setTimeout(120_000);

describe.each(engines)('the read model on %p', engine => {
  const start = testRegisters();

  it('is what a rebuild gives after any sequence of changes', async () => {
    await fc.assert(
      fc.asyncProperty(randomChanges, async sequence => {
        const register = await start(engine);
        let asOf = TODAY;
        for (const step of sequence) {
          await step.run(register, asOf);
          asOf = minutesAfter(asOf, 60 * 24 * 9);
        }
        expect(await checkReadModel(register)).toEqual({
          equal: true,
          differingKeys: [],
          rows: expect.any(Number),
        });
        expect(await checkReadModel(register)).toMatchObject({ equal: true });
        await recomputeWhenDue(register, asOf);
        expect(await checkSegments(register, asOf)).toMatchObject({
          differing: [],
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
      }),
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

  it('is right after many changes of records that share contracts', async () => {
    const register = await start(engine);
    const shared = Array.from({ length: 10 }, (_, index) => `n${index}`);
    for (const name of shared) {
      await register.declare(asset(name));
    }
    for (const [index, name] of ['x', 'y', 'z'].entries()) {
      await register.declare(
        contract(name, {
          covers: shared
            .slice(index * 3, index * 3 + 4)
            .map(one => `asset:${one}`),
          distribute: 'cost',
        }),
      );
    }
    await register.activate();
    for (let round = 1; round <= 3; round++) {
      const asOf = minutesAfter(TODAY, round);
      const staged: { ref: string; revision: string }[] = [];
      for (const [index, name] of shared.entries()) {
        staged.push({
          ref: `asset:default/${name}`,
          revision: await register.stage(
            asset(name, {
              ...(index % 3 === round % 3 && index > 0
                ? { partOf: `n${index - 1}` }
                : {}),
              services:
                index % 2 === round % 2
                  ? []
                  : [{ ref: `component:default/s${round}`, share: 40 }],
              financials: {
                purchase: {
                  amount: `${round}${index}00.00`,
                  currency: 'EUR',
                  date: '2026-01-01',
                },
                depreciation: { method: 'straight-line', months: 36 },
              },
            }),
            asOf,
          ),
        });
      }
      staged.push({
        ref: 'contract:default/x',
        revision: await register.stage(
          contract('x', {
            covers: shared.slice(round, round + 5).map(one => `asset:${one}`),
            distribute: 'cost',
          }),
          asOf,
        ),
      });
      await Promise.all(
        staged.map(one => activateRevision(register, one, asOf)),
      );
      expect(await checkReadModel(register)).toMatchObject({ equal: true });
      expect(await checkSegments(register, asOf)).toMatchObject({
        differing: [],
        records: 13,
      });
    }
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
      {
        nodeKey: 'all',
        view: 'accrued',
        basis: 'used',
        certainty: 'actual',
        category: 'charge',
        currency: 'EUR',
      },
      new Array(60).fill(7n),
      1n,
    );
    await register.database.transaction(trx => addTotals(trx, wrong.nonZero()));
    expect(await checkReadModel(register)).toEqual({
      equal: false,
      differingKeys: [
        'all accrued used actual charge EUR'.replaceAll(' ', '\u0000'),
      ],
      rows: expect.any(Number),
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

  describe('of amounts beyond the exact range of numbers', () => {
    const key = {
      nodeKey: 'all',
      view: 'accrued',
      basis: 'owned',
      certainty: 'actual',
      category: 'charge',
      currency: 'EUR',
    } as const;
    const addTwice = async (database: Knex, amount: bigint) => {
      for (let times = 0; times < 2; times++) {
        const totals = new MonthlyTotals();
        totals.add(key, new Array(60).fill(amount), 1n);
        await database.transaction(trx => addTotals(trx, totals.nonZero()));
      }
    };
    const allMonths = async (database: Knex) => [
      ...(await readTotalsOf(database, ['all'])).values(),
    ];

    it('keeps every unit', async () => {
      const { database } = await start(engine);
      const amount = 9_007_199_254_740_993n;
      await addTwice(database, amount);
      expect(await allMonths(database)).toEqual([
        new Array(60).fill(2n * amount),
      ]);
    });

    it('refuses a sum of more than 64 bits, and keeps what was there', async () => {
      const { database } = await start(engine);
      const amount = 2n ** 62n;
      await expect(addTwice(database, amount)).rejects.toThrow(
        /beyond 64 bits|out of range/,
      );
      expect(await allMonths(database)).toEqual([new Array(60).fill(amount)]);
    });
  });

  it('expects a replacement until one is planned', async () => {
    const register = await start(engine);
    const expected = async () =>
      await readMonth(register.database, 'owned', 'all', '2027-02', {
        view: 'invoiced',
        certainty: 'forecast',
      });
    await register.declare(asset('old', { endOfLife: '2027-02-28' }));
    await register.activate();
    expect(await expected()).toEqual({ EUR: 14_400n });
    const planned = (replaces: JsonObject) =>
      asset('new', {
        stage: 'planning',
        planned: replaces,
        financials: { costCenter: 'CC-1' },
      });
    await register.declare(planned({ replaces: 'old' }));
    await register.activate();
    expect(await expected()).toEqual({});
    await register.declare(planned({}), minutesAfter(TODAY, 1));
    await register.activate(minutesAfter(TODAY, 1));
    expect(await expected()).toEqual({ EUR: 14_400n });
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('counts servicings in both views until they are voided', async () => {
    const register = await start(engine);
    await register.declare(asset('a', { financials: { costCenter: 'CC-1' } }));
    await register.activate();
    await service(register, 'asset:default/a', 7_777, TODAY);
    for (const view of ['accrued', 'invoiced'] as const) {
      const of = { view, certainty: 'actual' } as const;
      expect(
        await readMonth(register.database, 'owned', 'all', '2026-05', of),
      ).toEqual({ EUR: 7_777n });
      expect(
        await readMonth(register.database, 'used', 'all', '2026-06', of),
      ).toEqual({});
    }
    await register
      .database('servicings')
      .update({ voided_at: TODAY.toISOString() });
    await register.database.transaction(trx =>
      recomputeAffected(trx, register.config, ['asset:default/a'], TODAY),
    );
    expect(
      await readMonth(register.database, 'owned', 'all', '2026-05'),
    ).toEqual({});
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
