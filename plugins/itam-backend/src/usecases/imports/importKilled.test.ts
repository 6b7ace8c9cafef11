import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import knexFactory, { type Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { readRegisterConfig } from '../../config';
import { rowsInText } from '../../spreadsheets/__testUtils__/rowsInText';
import { readImport } from '../../stores/imports/storedImport';
import { checkSegments } from '../costs/checkSegments';
import { checkReadModel } from '../costs/recomputeReadModel';
import { prepareRegister } from '../prepareRegister';
import { receiveImport } from './receiveImport';

jest.setTimeout(900_000);

const AT = '2026-10-15T12:00:00.000Z';
/** More with ITAM_TEST_KILLS=20, as before a release. */
const KILLS = Number(process.env.ITAM_TEST_KILLS ?? 5);
const ROWS = 600;
const ROWS_AT_A_TIME = 50;

const ALLOW = { result: 'ALLOW' };
const mandate = JSON.stringify({
  read: ALLOW,
  contracts: ALLOW,
  costs: ALLOW,
  create: true,
  rights: { update: ALLOW, delete: ALLOW, transition: ALLOW },
});

/** Laptops; each tenth is part of the one before. */
function file(prefix: string): string {
  const header =
    'tag,title,class,type,stage,status,owner,services,location,inService,partOf,financials.purchase.amount,financials.purchase.currency,financials.purchase.date,financials.depreciation.method,financials.depreciation.months';
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const partOf = at % 10 === 9 ? `${prefix}-${at - 1}` : '';
    return `${prefix}-${at},L ${at},hardware,laptop,maintenance,in-use,group:default/payments,component:default/shop,Berlin,2026-01-01,${partOf},${
      1000 + at
    }.00,EUR,2026-01-01,straight-line,24`;
  });
  return [header, ...rows, ''].join('\n');
}

describe.each(engines)('an import whose process is killed, on %s', engine => {
  const databases = registerDatabases();
  let knex: Knex;
  let connection: Knex.Config;
  let folder: string | undefined;
  let attempt = 0;

  beforeAll(async () => {
    if (engine === 'SQLITE_3') {
      // Of two processes both need a file.
      folder = mkdtempSync(join(tmpdir(), 'itam-killed-'));
      connection = {
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'itam.sqlite') },
        useNullAsDefault: true,
      };
      knex = knexFactory(connection);
    } else {
      knex = await databases.empty(engine);
      connection = {
        client: 'pg',
        connection: knex.client.config.connection,
      };
    }
    await prepareRegister({ database: knex }, new Date(AT));
  });

  afterAll(async () => {
    if (folder) {
      await knex.destroy();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const receive = async (prefix: string) => {
    const text = file(prefix);
    const { id } = await receiveImport(
      knex,
      {
        rows: rowsInText(text),
        fileType: 'csv',
        kind: 'Asset',
        settings: { dateFormat: 'YYYY-MM-DD', blank: 'keep' },
        mode: 'all-or-nothing',
        bytesRead: () => text.length,
      },
      { actor: 'user:default/finance', at: new Date(AT), mandate },
    );
    return id;
  };

  /** Has another process work; how long it took when it was left alone. */
  const work = async (killAfterMs = Infinity) => {
    attempt += 1;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        require.resolve('./__testUtils__/killedProcess.ts'),
        JSON.stringify({
          connection,
          at: AT,
          attempt,
          rowsAtATime: ROWS_AT_A_TIME,
        }),
      ],
      {
        env: { ...process.env, NODE_OPTIONS: '--no-node-snapshot' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    child.stderr.on('data', data => {
      said += data;
    });
    const ended = new Promise<string | null>(resolve => {
      child.on('close', (code, signal) => resolve(signal ?? String(code)));
    });
    let begun = 0;
    let took: number | undefined;
    let timer: NodeJS.Timeout | undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'begun') {
        begun = Date.now();
        if (killAfterMs !== Infinity) {
          timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
        }
      } else if (line === 'done') {
        took = Date.now() - begun;
        clearTimeout(timer);
      }
    }
    const how = await ended;
    clearTimeout(timer);
    if (how !== 'SIGKILL' && how !== '0') {
      throw new Error(`The process ended with ${how}: ${said}`);
    }
    return took;
  };

  /** All the register has of an import, byte by byte. */
  const outcomeOf = async (id: string, prefix: string) => {
    const own = `asset:default/${prefix.toLowerCase()}-%`;
    const records = await knex('records').where('ref', 'like', own);
    const plain = (rows: Record<string, unknown>[]) =>
      rows.map(({ id: _, record_id: __, sequence: ___, ...row }) => row);
    const ofRecords = async (table: string, ...orderBy: string[]) =>
      plain(
        await knex(table)
          .join('records', 'records.id', `${table}.record_id`)
          .where('records.ref', 'like', own)
          .orderBy(['records.ref', ...orderBy])
          .select('records.ref', `${table}.*`),
      );
    const slices = await knex('cost_slices')
      .join('cost_segments', 'cost_segments.id', 'cost_slices.segment_id')
      .join('records', 'records.id', 'cost_segments.record_id')
      .where('records.ref', 'like', own)
      .orderBy(['records.ref', 'cost_slices.segment_id', 'cost_slices.lo'])
      .select('records.ref', 'service_ref', 'lo', 'hi');
    const everything = {
      records: plain(records.sort((a, b) => (a.ref < b.ref ? -1 : 1))),
      history: plain(
        await knex('history')
          .where('record_ref', 'like', own)
          .orderBy(['record_ref', 'sequence']),
      ),
      segments: await ofRecords('cost_segments', 'cost_segments.id'),
      slices,
      services: await ofRecords('record_services', 'service_ref'),
      counted: await ofRecords('counted_records'),
      mentions: await ofRecords('record_mentions', 'target_ref'),
      totals: await knex('cost_vec')
        .where('node_key', 'like', own)
        .orderBy(['node_key', 'view', 'basis', 'certainty', 'category']),
      rows: await knex('import_rows').where('import_id', id).orderBy('row_no'),
    };
    return JSON.stringify(everything)
      .replaceAll(id, 'ID')
      .replaceAll(prefix, '#')
      .replaceAll(prefix.toLowerCase(), '#');
  };

  it(`ends byte-equal to an undisturbed one, ${KILLS} kills`, async () => {
    const undisturbed = await receive('UNDIST');
    const took = await work();
    expect(took).toBeGreaterThan(0);
    const wanted = await outcomeOf(undisturbed, 'UNDIST');
    expect(wanted).toContain('"result":"created"');
    const moments = fc.sample(fc.double({ min: 0, max: 0.6, noNaN: true }), {
      numRuns: 10 * KILLS,
      seed: 20261128,
    });
    let kills = 0;
    let imports = 0;
    while (kills < KILLS) {
      const prefix = `KILLED${imports}X`;
      imports += 1;
      const id = await receive(prefix);
      let done = false;
      while (!done && kills < KILLS) {
        const share = moments.shift() ?? 0;
        done = (await work(share * (took ?? 0))) !== undefined;
        kills += done ? 0 : 1;
      }
      if (!done) {
        await work();
      }
      expect((await readImport(knex, id))?.state).toBe('committed');
      expect(await outcomeOf(id, prefix)).toBe(wanted);
    }
    expect(await checkReadModel({ database: knex })).toMatchObject({
      equal: true,
    });
    const config = readRegisterConfig(new ConfigReader({}));
    expect(
      await checkSegments({ database: knex, config }, new Date(AT)),
    ).toMatchObject({ differing: [], uncomputable: [] });
  });
});
