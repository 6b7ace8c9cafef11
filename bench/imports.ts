import { setTimeout } from 'node:timers/promises';
import type { Knex } from 'knex';
import { bulkInsert } from '../plugins/itam-backend/src/database/bulkInsert';
import { groupRef, serviceRef } from './estate/organisation';
import { verdict } from './measure';
import { cpuSeconds } from './profileOf';
import { residentMiB } from './residentMiB';
import type { EstateSize } from './estate/size';

/** How an import is measured. */
export interface ImportBench {
  /** Base of the API, such as http://127.0.0.1:7007. */
  url: string;
  token: string;
  rows: number;
  size: EstateSize;
  /** Process id of the server. */
  pid: number;
  knex: Knex;
  /** With the target and whether it is met, where there is one. */
  report(row: string, text: string, target?: string): void;
}

const POLL_MS = 200;
/** Rows from which being asked how far it is would itself slow it down. */
const MANY_ROWS = 200_000;
const POLL_OF_MANY_MS = 2_000;
const PING_EVERY_MS = 25;
/** What is answered later than this was not answered. */
const HEALTH_TIMEOUT_MS = 5_000;
const RAW_ROWS_AT_MOST = 100_000;
const ROWS_PER_INSERT = 1_000;
const HEADER = [
  'tag',
  'title',
  'class',
  'type',
  'stage',
  'status',
  'owner',
  'services',
  'serialNumber',
  'manufacturer',
  'location',
  'inService',
  'financials.purchase.amount',
  'financials.purchase.currency',
  'financials.purchase.date',
  'financials.depreciation.method',
  'financials.depreciation.months',
].join(',');

/**
 * Imports laptops through HTTP: dry run, commit, and the same file again;
 * compares with inserting as many rows into a copy of the table with its
 * indexes, and looks at how the server answers others meanwhile.
 */
export async function measureImport(bench: ImportBench): Promise<void> {
  const { rows, report } = bench;
  const { raw, cpu: rawCpu } = await rawInserts(bench);
  report('raw indexed insert, rows/s', raw.toFixed(0));
  report(
    'raw indexed insert, processor time of the client for as many rows',
    `${(rawCpu * rows).toFixed(1)} s`,
  );
  // From now on the highest is that of the import.
  const before = residentMiB(bench.pid, 'reset').now;
  const pings = keepAsking(bench, '/api/catalog/ping');
  const health = keepAsking(bench, '/.backstage/health/v1/readiness');
  let cpuBefore = cpuSeconds(bench.pid);
  const loop = async (step: string) => {
    const { p99, max } = await askBase(bench, '/api/catalog/loop');
    const cpu = cpuSeconds(bench.pid);
    report(
      `import: ${step}: processor time of the server`,
      `${(cpu - cpuBefore).toFixed(1)} s`,
    );
    cpuBefore = cpu;
    const { now, highest } = residentMiB(bench.pid);
    report(
      `import: ${step}: event loop p99 / longest; resident now, highest`,
      `${p99.toFixed(0)} / ${max.toFixed(0)} ms; +${now - before}, +${
        highest - before
      } MiB on ${before}`,
      [
        verdict(p99 <= 100, 'p99 ≤ 100 ms'),
        verdict(highest - before <= 150, 'growth ≤ 150 MiB'),
      ].join('; '),
    );
  };
  await askBase(bench, '/api/catalog/loop');
  const seconds = async (work: () => Promise<unknown>) => {
    const begun = Date.now();
    await work();
    return (Date.now() - begun) / 1_000;
  };
  const rate = (name: string, took: number) =>
    report(name, `${(rows / took).toFixed(0)} rows/s, ${took.toFixed(1)} s`);
  let id = '';
  rate(
    `import of ${rows} rows: upload`,
    await seconds(async () => {
      id = await upload(bench);
    }),
  );
  await loop('upload');
  const checking = await seconds(() => until(bench, id, 'checked'));
  rate('import: dry run', checking);
  await loop('dry run');
  const { items } = await ask(
    bench,
    `/imports/${id}/rows?outcome=error&limit=1`,
  );
  if (items.length > 0) {
    throw new Error(`A row is wrong: ${JSON.stringify(items[0])}`);
  }
  const committing = await seconds(async () => {
    await ask(bench, `/imports/${id}/commit`, {
      method: 'POST',
      headers: { 'If-Match': '"1"', 'Content-Type': 'application/json' },
      body: '{}',
    });
    await until(bench, id, 'committed');
  });
  rate('import: commit, roll-ups true', committing);
  const ratio = rows / committing / raw;
  report(
    'import: ratio of the commit to the raw insert',
    ratio.toFixed(2),
    verdict(ratio >= 0.3, '≥ 0.3'),
  );
  await loop('commit');
  if (rows < MANY_ROWS) {
    const again = await upload(bench);
    rate(
      'import: the same file again, dry run',
      await seconds(() => until(bench, again, 'checked')),
    );
    const { outcomes } = await until(bench, again, 'checked');
    report('import: the same file again', JSON.stringify(outcomes));
    await loop('the same file again');
  }
  for (const [name, asked] of [
    ['ping of the portal', pings],
    ['health endpoint', health],
  ] as const) {
    const { count, failed, p50, p99, longest } = await asked.stop();
    report(
      `import: ${name} meanwhile (${count} times, ${failed} without answer)`,
      `${p50.toFixed(1)} / p99 ${p99.toFixed(0)} / longest ${longest.toFixed(
        0,
      )} ms`,
      name === 'health endpoint'
        ? verdict(failed === 0, 'answers throughout')
        : undefined,
    );
  }
}

function* lines({ rows, size }: ImportBench): Generator<string> {
  yield `${HEADER}\n`;
  for (let at = 0; at < rows; at += 1) {
    const owner = groupRef(at % size.groups);
    const service = serviceRef(at % size.services);
    yield `IMP-${at},Imported laptop ${at},hardware,laptop,maintenance,in-use,${owner},${service},IMPSN${at},Dell,Berlin,2026-01-01,${
      1_000 + (at % 900)
    }.00,EUR,2026-01-01,straight-line,36\n`;
  }
}

async function upload(bench: ImportBench): Promise<string> {
  const source = lines(bench);
  const body = new ReadableStream({
    pull(controller) {
      let text = '';
      while (text.length < 64 * 1_024) {
        const next = source.next();
        if (next.done) {
          controller.enqueue(Buffer.from(text));
          controller.close();
          return;
        }
        text += next.value;
      }
      controller.enqueue(Buffer.from(text));
    },
  });
  // Streaming bodies need what the types do not know.
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body,
    duplex: 'half',
  };
  const answer = await ask(bench, '/imports?kind=Asset', init);
  return answer.id;
}

async function until(bench: ImportBench, id: string, state: string) {
  for (;;) {
    const found = await ask(bench, `/imports/${id}`);
    if (found.state === state) {
      return found;
    }
    if (['failed', 'undone'].includes(found.state) || found.message) {
      throw new Error(`The import is ${found.state}: ${found.message}`);
    }
    await setTimeout(bench.rows < MANY_ROWS ? POLL_MS : POLL_OF_MANY_MS);
  }
}

async function ask(bench: ImportBench, path: string, init: RequestInit = {}) {
  return await askBase(bench, `/api/itam${path}`, init);
}

async function askBase(
  { url, token }: ImportBench,
  path: string,
  init: RequestInit = {},
) {
  const response = await fetch(`${url}${path}`, {
    ...init,
    // Connections that were idle may be closed by now.
    headers: {
      ...init.headers,
      Authorization: `Bearer ${token}`,
      Connection: 'close',
    },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  }
  return JSON.parse(text);
}

/** Asks for a sign of life again and again, until told to stop. */
function keepAsking({ url, token }: ImportBench, path: string) {
  const took: number[] = [];
  let failed = 0;
  let going = true;
  const done = (async () => {
    while (going) {
      const begun = performance.now();
      try {
        const answer = await fetch(`${url}${path}`, {
          // A kept connection may have been closed while it was idle.
          headers: { Authorization: `Bearer ${token}`, Connection: 'close' },
          signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
        });
        await answer.text();
        failed += answer.ok ? 0 : 1;
        took.push(performance.now() - begun);
      } catch {
        failed += 1;
      }
      await setTimeout(PING_EVERY_MS);
    }
  })();
  return {
    async stop() {
      going = false;
      await done;
      const sorted = took.sort((a, b) => a - b);
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
      return {
        count: sorted.length + failed,
        failed,
        p50: at(0.5),
        p99: at(0.99),
        longest: at(1),
      };
    },
  };
}

/**
 * Rows a second into a copy of `records` with all its indexes, and seconds of
 * this process a row.
 */
async function rawInserts(
  bench: ImportBench,
): Promise<{ raw: number; cpu: number }> {
  const { knex } = bench;
  const rows = Math.min(bench.rows, RAW_ROWS_AT_MOST);
  const isPostgres = knex.client.config.client === 'pg';
  await knex.raw('drop table if exists bench_records');
  if (isPostgres) {
    await knex.raw('create table bench_records (like records including all)');
  } else {
    const found: { type: string; name: string; sql: string }[] = await knex(
      'sqlite_master',
    )
      .where('tbl_name', 'records')
      .whereIn('type', ['table', 'index'])
      .whereNotNull('sql')
      .orderBy('type', 'desc')
      .select('type', 'name', 'sql');
    for (const { type, name, sql } of found) {
      const copied = sql.replace(/([`"])records\1/g, '`bench_records`');
      await knex.raw(
        type === 'table' ? copied : copied.replace(name, `bench_${name}`),
      );
    }
  }
  const [sample]: Record<string, string | number | boolean | null>[] =
    await knex('records').where('kind', 'Asset').limit(1);
  const { id: _, ...columns } = sample;
  const types = Object.fromEntries(
    Object.keys(columns).map(
      (name): [string, 'text' | 'integer' | 'boolean'] => {
        if (name === 'has_price') {
          return [name, isPostgres ? 'boolean' : 'integer'];
        }
        return [name, name === 'version' ? 'integer' : 'text'];
      },
    ),
  );
  const cpuBegun = process.cpuUsage();
  const begun = Date.now();
  for (let first = 0; first < rows; first += ROWS_PER_INSERT) {
    await knex.transaction(async trx => {
      await bulkInsert(
        trx,
        'bench_records',
        types,
        Array.from({ length: ROWS_PER_INSERT }, (__, at) =>
          Object.entries({
            ...columns,
            ref: `asset:default/raw-${first + at}`,
            name: `raw-${first + at}`,
            title: `Raw ${first + at}`,
            tag: `RAW-${first + at}`,
            serial_number: `RAWSN${first + at}`,
            search_text: `raw-${first + at}\nraw ${first + at}\nrawsn${first}`,
          }).map(([, value]) => value),
        ),
      );
    });
  }
  const seconds = (Date.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(cpuBegun);
  await knex.raw('drop table bench_records');
  return { raw: rows / seconds, cpu: (user + system) / 1_000_000 / rows };
}
