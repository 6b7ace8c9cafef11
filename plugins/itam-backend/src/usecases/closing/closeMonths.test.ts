import {
  monthFromText,
  monthText,
  type CostView,
} from '@backstage-itam/plugin-itam-common';
import { asset, contract, license } from '../../__testUtils__/entities';
import { readMonth } from '../../__testUtils__/readMonth';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
  type TestRegister,
} from '../../__testUtils__/testRegister';
import { settingKeys } from '../../database/settingKeys';
import { checkReadModel } from '../costs/recomputeReadModel';
import { recomputeWhenDue } from '../costs/recomputeWhenDue';
import { retireRecord } from '../declarations/retireRecord';
import { closeMonths } from './closeMonths';
import { readClosing } from './readClosing';

jest.setTimeout(120_000);

const DAY = 24 * 60;

const priced = (name: string, amount: string, services = 50) =>
  asset(name, {
    services: [{ ref: 'component:default/api', share: services }],
    financials: {
      purchase: { amount, currency: 'EUR', date: '2026-01-01' },
      depreciation: { method: 'straight-line', months: 12 },
      costCenter: 'CC-1',
    },
  });

describe.each(engines)('closed months on %s', engine => {
  const start = testRegisters();

  const change = (
    closedThrough: string | null,
    reason?: string,
    at = TODAY,
  ) => ({ closedThrough, reason, actor: 'user:default/finance', at });
  const close = async (
    register: TestRegister,
    closedThrough: string | null,
    reason?: string,
    at = TODAY,
  ) => await closeMonths(register, change(closedThrough, reason, at), () => {});

  /** Cents of EUR per month of 2026 of a node. */
  const yearOf = async (
    register: TestRegister,
    basis: 'used' | 'owned',
    key: string,
    view: CostView = 'accrued',
  ): Promise<number[]> => {
    const months: number[] = [];
    const january = monthFromText('2026-01');
    for (let month = january; month < january + 12; month++) {
      const sums = await readMonth(
        register.database,
        basis,
        key,
        monthText(month),
        { view, certainty: 'actual' },
      );
      months.push(Number(sums.EUR ?? 0n));
    }
    return months;
  };
  const sum = (months: number[]) => months.reduce((a, b) => a + b, 0);
  const declare = async (
    register: TestRegister,
    entity: Parameters<TestRegister['declare']>[0],
    asOf = TODAY,
  ) => {
    await register.declare(entity, asOf);
    await register.activate(asOf);
  };

  it('keep their figures when a price changes; the rest follows', async () => {
    const register = await start(engine);
    const open = await start(engine);
    for (const each of [register, open]) {
      await declare(each, priced('a', '144.00'));
    }
    await close(register, '2026-04');
    expect(await yearOf(register, 'owned', 'all')).toEqual(
      new Array(12).fill(1200),
    );

    for (const each of [register, open]) {
      await declare(each, priced('a', '288.00'), minutesAfter(TODAY, 1));
    }
    // Four months at 12.00 too little, and from May on 24.00.
    expect(await yearOf(register, 'owned', 'all')).toEqual([
      1200,
      1200,
      1200,
      1200,
      2400 + 4 * 1200,
      2400,
      2400,
      2400,
      2400,
      2400,
      2400,
      2400,
    ]);
    expect(await yearOf(register, 'used', 'component:default/api')).toEqual([
      600,
      600,
      600,
      600,
      1200 + 2400,
      1200,
      1200,
      1200,
      1200,
      1200,
      1200,
      1200,
    ]);
    const categories = await register
      .database('cost_vec')
      .where({ node_key: 'all', basis: 'owned', view: 'accrued' })
      .orderBy('category')
      .pluck('category');
    expect(categories).toEqual(['adjustment', 'depreciation']);
    // The purchase was invoiced in January, which is closed.
    expect(await yearOf(register, 'owned', 'all', 'invoiced')).toEqual([
      14_400, 0, 0, 0, 14_400, 0, 0, 0, 0, 0, 0, 0,
    ]);
    for (const [basis, key] of [
      ['owned', 'all'],
      ['owned', 'group:default/payments'],
      ['owned', 'cost-center:CC-1'],
      ['owned', 'class:hardware'],
      ['owned', 'unallocated|group:default/payments'],
      ['used', 'component:default/api'],
      ['used', 'unallocated'],
    ] as const) {
      for (const view of ['accrued', 'invoiced'] as const) {
        expect(sum(await yearOf(register, basis, key, view))).toBe(
          sum(await yearOf(open, basis, key, view)),
        );
      }
    }
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('stay closed through later closings, owners and removals', async () => {
    const register = await start(engine);
    await declare(register, priced('a', '144.00'));
    await declare(register, contract('c', { covers: ['asset:default/a'] }));
    await declare(register, license('l'));
    await close(register, '2026-02');
    await declare(register, priced('a', '288.00', 100), minutesAfter(TODAY, 1));
    const closed = (await yearOf(register, 'owned', 'all')).slice(0, 2);
    const afterFirst = (await yearOf(register, 'owned', 'all')).slice(0, 4);

    await close(register, '2026-04');
    expect((await yearOf(register, 'owned', 'all')).slice(0, 4)).toEqual(
      afterFirst,
    );
    await retireRecord(register, 'asset:default/a', minutesAfter(TODAY, 2));
    await declare(
      register,
      contract('c', { covers: ['asset:default/a'], owner: 'platform' }),
      minutesAfter(TODAY, 3),
    );
    const year = await yearOf(register, 'owned', 'all');
    expect(year.slice(0, 2)).toEqual(closed);
    expect(year.slice(0, 4)).toEqual(afterFirst);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });

    // A day later everything is computed anew, and nothing moves.
    await recomputeWhenDue(register, minutesAfter(TODAY, DAY));
    expect(await yearOf(register, 'owned', 'all')).toEqual(year);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('take what is declared later of the past into the first open', async () => {
    const register = await start(engine);
    await close(register, '2026-04');
    await declare(register, priced('late', '144.00'));
    expect(await yearOf(register, 'owned', 'all')).toEqual([
      0,
      0,
      0,
      0,
      5 * 1200,
      1200,
      1200,
      1200,
      1200,
      1200,
      1200,
      1200,
    ]);
  });

  it('open again as if they had never been closed', async () => {
    const register = await start(engine);
    await declare(register, priced('a', '144.00'));
    await close(register, '2026-04');
    await declare(register, priced('a', '288.00'), minutesAfter(TODAY, 1));
    await expect(close(register, '2026-02')).rejects.toThrow(
      'Give a reason for opening months again: those up to 2026-04 are closed',
    );
    await expect(close(register, null, '  ')).rejects.toThrow(/reason/);

    await close(register, '2026-02', 'Wrong price in March');
    expect(await yearOf(register, 'owned', 'all')).toEqual([
      1200, 1200, 4800, 2400, 2400, 2400, 2400, 2400, 2400, 2400, 2400, 2400,
    ]);
    await close(register, null, 'All anew', minutesAfter(TODAY, 5));
    expect(await yearOf(register, 'owned', 'all')).toEqual(
      new Array(12).fill(2400),
    );
    expect(
      await register.database('cost_segments').where('closed', true),
    ).toEqual([]);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
    expect(await readClosing(register.database)).toEqual({
      version: 3,
      log: [
        {
          at: '2026-05-20T10:05:00.000Z',
          by: 'user:default/finance',
          reason: 'All anew',
        },
        {
          closedThrough: '2026-02',
          at: TODAY.toISOString(),
          by: 'user:default/finance',
          reason: 'Wrong price in March',
        },
        {
          closedThrough: '2026-04',
          at: TODAY.toISOString(),
          by: 'user:default/finance',
        },
      ],
    });
  });

  it('freeze what is actual only', async () => {
    const register = await start(engine);
    await declare(
      register,
      asset('ordered', { stage: 'procurement', inService: undefined }),
    );
    await close(register, '2026-04');
    const certainties = await register
      .database('cost_segments')
      .distinct('certainty', 'closed');
    expect(certainties.map(({ certainty }) => certainty)).toEqual([
      'committed',
    ]);
    expect(
      await register.database('cost_segments').where('closed', true),
    ).toEqual([]);
  });

  it('end before the current month', async () => {
    const register = await start(engine);
    await expect(close(register, '2026-05')).rejects.toThrow(
      'Only months that are over can be closed: 2026-04 is the last',
    );
    expect(await readClosing(register.database)).toEqual({
      version: 0,
      log: [],
    });
  });

  it('are set once by the same closing', async () => {
    const register = await start(engine);
    await close(register, '2026-04');
    expect(await close(register, '2026-04')).toMatchObject({
      closedThrough: '2026-04',
      version: 1,
    });
  });

  it('are left alone by a change that is refused', async () => {
    const register = await start(engine);
    const refuse = (version: number) => {
      throw new Error(`stale, it is ${version}`);
    };
    await expect(
      closeMonths(register, change('2026-04'), refuse),
    ).rejects.toThrow('stale, it is 0');
    expect(await readClosing(register.database)).toMatchObject({ version: 0 });
  });

  it('wait until an upgrade has computed all costs anew', async () => {
    const register = await start(engine);
    await declare(register, priced('a', '144.00'));
    await register
      .database('settings')
      .where('key', settingKeys.segmentLayout)
      .delete();
    await expect(close(register, '2026-04')).rejects.toThrow(
      /computed anew after an upgrade/,
    );
    await recomputeWhenDue(register, TODAY);
    expect(await close(register, '2026-04')).toMatchObject({ version: 1 });
  });
});
