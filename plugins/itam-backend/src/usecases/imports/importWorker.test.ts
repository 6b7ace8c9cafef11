import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { readRegisterConfig } from '../../config';
import { rowsInText } from '../../spreadsheets/__testUtils__/rowsInText';
import {
  claimImport,
  LeaseLost,
  writeUnderLease,
} from '../../stores/imports/importLease';
import { readImport } from '../../stores/imports/storedImport';
import { checkReadModel } from '../costs/recomputeReadModel';
import { prepareRegister } from '../prepareRegister';
import { ImportWorker, workOnImport } from './importWorker';
import { receiveImport } from './receiveImport';

jest.setTimeout(240_000);

const START = Date.parse('2026-10-15T12:00:00.000Z');
const ROWS = 450;

const ALLOW = { result: 'ALLOW' };
/** Somebody who may do everything. */
const mandate = JSON.stringify({
  read: ALLOW,
  contracts: ALLOW,
  costs: ALLOW,
  create: true,
  rights: { update: ALLOW, delete: ALLOW, transition: ALLOW },
});

const permissionsRegistry = mockServices.permissionsRegistry.mock({
  getPermissionRuleset: () => ({ getRuleByName: jest.fn() }),
});

/** Laptops of which each tenth one is part of the one before. */
function file(prefix: string, location: string): string {
  const header =
    'tag,title,class,type,stage,status,owner,location,inService,partOf,financials.purchase.amount,financials.purchase.currency,financials.purchase.date,financials.depreciation.method,financials.depreciation.months';
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const partOf = at % 10 === 9 ? `${prefix}-${at - 1}` : '';
    return `${prefix}-${at},L ${at},hardware,laptop,maintenance,in-use,group:default/payments,${location},2026-01-01,${partOf},${
      1000 + at
    }.00,EUR,2026-01-01,straight-line,24`;
  });
  return [header, ...rows, ''].join('\n');
}

describe.each(engines)('the worker of imports on %s', engine => {
  const databases = registerDatabases();
  let knex: Knex;
  let clock = START;
  // Whoever comes next finds every lease expired.
  const now = () => new Date((clock += 3_600_000));

  const depsWith = (atomicRows: number) => ({
    knex,
    permissionsRegistry,
    config: readRegisterConfig(
      new ConfigReader({ itam: { imports: { atomicRows } } }),
    ),
    now: () => new Date(START),
    rowsAtATime: 100,
  });

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await prepareRegister({ database: knex }, new Date(START));
  });

  const receive = async (text: string) =>
    await receiveImport(
      knex,
      {
        rows: rowsInText(text),
        fileType: 'csv',
        kind: 'Asset',
        settings: { dateFormat: 'YYYY-MM-DD', blank: 'keep' },
        mode: 'all-or-nothing',
        bytesRead: () => text.length,
      },
      { actor: 'user:default/finance', at: new Date(START), mandate },
    );

  /** Works until nothing is left, or a statement is the last one. */
  const work = async (atomicRows: number, statements = Infinity) => {
    let left = statements;
    const kill = ({ sql }: { sql: string }) => {
      // A transaction that is not committed is as good as rolled back.
      if (!/^(BEGIN|COMMIT|ROLLBACK)/i.test(sql)) {
        left -= 1;
        if (left < 0) {
          throw new Error('Killed');
        }
      }
    };
    knex.on('query', kill);
    try {
      for (;;) {
        const claimed = await claimImport(knex, { leaseMs: 1_000, now });
        if (!claimed) {
          return { killed: false, used: statements - left };
        }
        await workOnImport(
          depsWith(atomicRows),
          claimed.stored,
          claimed.lease,
          new AbortController().signal,
        );
      }
    } catch (error) {
      if (left >= 0) {
        throw error;
      }
      return { killed: true, used: 0 };
    } finally {
      knex.off('query', kill);
    }
  };

  const count = async (atomicRows: number) => {
    let used = 0;
    const counter = () => {
      used += 1;
    };
    knex.on('query', counter);
    try {
      await work(atomicRows);
    } finally {
      knex.off('query', counter);
    }
    return used;
  };

  const commit = async (id: string) => {
    expect((await readImport(knex, id))?.state).toBe('checked');
    await knex('imports')
      .where('id', id)
      .update({ state: 'committing', rows_done: 0, lease_until: null });
  };

  /** What the register has of an import, whatever its rows are called. */
  const outcomeOf = async (id: string, prefix: string) => {
    const named = (text: string | null) =>
      text?.replaceAll(prefix, '#').replaceAll(prefix.toLowerCase(), '#');
    const records = await knex('records')
      .where('ref', 'like', `asset:default/${prefix.toLowerCase()}-%`)
      .orderBy('tag')
      .select('ref', 'tag', 'spec', 'financials', 'dated_state', 'version');
    const history = await knex('history')
      .where('record_ref', 'like', `asset:default/${prefix.toLowerCase()}-%`)
      .orderBy('record_ref')
      .orderBy('sequence')
      .select('record_ref', 'action', 'changes');
    const segments = await knex('cost_segments')
      .join('records', 'records.id', 'cost_segments.record_id')
      .where('ref', 'like', `asset:default/${prefix.toLowerCase()}-%`)
      .count({ n: '*' })
      .sum({ total: 'total_minor' });
    const rows = await knex('import_rows')
      .where('import_id', id)
      .orderBy('row_no')
      .select('row_no', 'outcome', 'result', 'ref', 'written_version');
    return named(
      JSON.stringify({ records, history, segments, rows }),
    )?.replaceAll(id, 'ID');
  };

  it.each([
    ['in many transactions', 0],
    ['in one transaction', 10_000],
  ])(
    'ends as if undisturbed when it is killed at any statement, %s',
    async (_, atomicRows) => {
      const mark = `U${atomicRows}`;
      const undisturbed = await receive(file(mark, 'Berlin'));
      const checking = await count(atomicRows);
      await commit(undisturbed.id);
      const committing = await count(atomicRows);
      const wanted = await outcomeOf(undisturbed.id, mark);
      expect(wanted).toContain('"result":"created"');

      const points = fc.sample(
        fc.tuple(
          fc.integer({ min: 1, max: checking }),
          fc.integer({ min: 1, max: committing }),
          fc.integer({ min: 1, max: committing }),
        ),
        { numRuns: 7, seed: 20261128 },
      );
      for (const [at, kills] of points.entries()) {
        const prefix = `K${atomicRows}X${at}`;
        const { id } = await receive(file(prefix, 'Berlin'));
        await work(atomicRows, kills[0]);
        await work(atomicRows);
        await commit(id);
        await work(atomicRows, kills[1]);
        await work(atomicRows, kills[2]);
        await work(atomicRows);
        expect((await readImport(knex, id))?.state).toBe('committed');
        expect(await outcomeOf(id, prefix)).toBe(wanted);
      }
      expect(await checkReadModel({ database: knex })).toMatchObject({
        equal: true,
      });
    },
  );

  it('takes everything back when a large import meets a changed record', async () => {
    const first = await receive(file('TB', 'Berlin'));
    await work(0);
    await commit(first.id);
    await work(0);
    const second = await receive(file('TB', 'Paris'));
    await work(0);
    await commit(second.id);
    // In the last of its transactions.
    await knex('records')
      .where('ref', `asset:default/tb-${ROWS - 1}`)
      .update({ version: 7 });
    for (const statements of [60, 90, Infinity]) {
      await work(0, statements);
    }
    const after = await readImport(knex, second.id);
    expect(after).toMatchObject({
      state: 'checked',
      message: expect.stringMatching(/taken back/),
    });
    const moved = await knex('records')
      .where('ref', 'like', 'asset:default/tb-%')
      .where('location', 'Paris');
    expect(moved).toEqual([]);
    expect(await checkReadModel({ database: knex })).toMatchObject({
      equal: true,
    });
  });

  it('refuses what a process writes that lost its lease', async () => {
    const { id } = await receive(file('LE', 'Berlin'));
    const slow = await claimImport(knex, { leaseMs: 1_000, now });
    const quick = await claimImport(knex, { leaseMs: 1_000, now });
    expect(slow?.stored.id).toBe(id);
    expect(quick?.stored.id).toBe(id);
    if (!slow || !quick) {
      throw new Error('Both take the work, one after the other');
    }
    const { signal } = new AbortController();
    await expect(
      workOnImport(depsWith(0), slow.stored, slow.lease, signal),
    ).rejects.toThrow(LeaseLost);
    expect(
      await knex('import_rows').where('import_id', id).whereNotNull('outcome'),
    ).toEqual([]);
    await workOnImport(depsWith(0), quick.stored, quick.lease, signal);
    expect((await readImport(knex, id))?.state).toBe('checked');
    await expect(
      writeUnderLease(knex, slow.lease, { state: 'failed' }),
    ).rejects.toThrow(LeaseLost);
  });

  it('stops when it is told to, and goes on in another process', async () => {
    const { id } = await receive(file('SH', 'Berlin'));
    const workerDeps = () => ({
      ...depsWith(0),
      now,
      auditor: mockServices.auditor.mock(),
      logger: mockServices.logger.mock(),
    });
    const first = new ImportWorker(workerDeps());
    first.wake();
    await first.stop();
    const stopped = await readImport(knex, id);
    expect(stopped?.rowsDone).toBeLessThan(ROWS);
    const second = new ImportWorker(workerDeps());
    second.wake();
    await second.idle();
    expect(await readImport(knex, id)).toMatchObject({
      state: 'checked',
      rowsDone: ROWS,
    });
  });

  it('gives up on an import that fails again and again', async () => {
    const { id } = await receive(file('GI', 'Berlin'));
    await knex('imports').where('id', id).update({ mandate: null });
    const logger = mockServices.logger.mock();
    const worker = new ImportWorker({
      ...depsWith(0),
      now,
      auditor: mockServices.auditor.mock(),
      logger,
    });
    worker.wake();
    await worker.idle();
    expect(await readImport(knex, id)).toMatchObject({
      state: 'failed',
      failures: 5,
      message: expect.stringMatching(/Delete the import/),
    });
    expect(logger.warn).toHaveBeenCalledTimes(5);
  });
});
