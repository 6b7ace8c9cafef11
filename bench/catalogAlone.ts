// Measures Backstage's catalog alone with 10,000 entities that carry what they
// cost, and beside it the register with as many assets.
import type { Entity } from '@backstage/catalog-model';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../scripts/setup/postgres.mjs';
import { COST_ANNOTATION, resource, size } from './catalog/annotatedEntities';
import { groupRef } from './estate/organisation';
import { openEstate, progress, type EstateOptions } from './estateServer';
import { measureImport } from './imports';
import { measure, quantile, timingOf, type Timing } from './measure';

interface Options {
  engine: 'sqlite' | 'postgres';
  folder: string;
  connection: string | undefined;
  runs: number;
}

interface Page {
  items: Entity[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

const TOKEN = 'benchmark-benchmark-benchmark';
const CHANGES = 10;
const ENTITIES = 10_000;
const LIMIT_MS = 1_200_000;
const PAGE = 1_000;
/** Of an estate with about as many records. */
const SCALE_OF_REGISTER = 0.085;
const FIELDS = 'fields=kind,metadata.name,metadata.annotations,spec.owner';

/** The far side of the measurements: the catalog's own API. */
class Catalog {
  received = 0;

  constructor(readonly url: string) {}

  async ask<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      headers: { Authorization: `Bearer ${TOKEN}` },
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path.slice(0, 200)}: ${response.status} ${text}`);
    }
    this.received += text.length;
    const body: T = JSON.parse(text);
    return body;
  }

  /** All entities of a filter, page by page. */
  async all(query: string): Promise<Entity[]> {
    const found: Entity[] = [];
    let next = query;
    for (;;) {
      const { items, pageInfo } = await this.ask<Page>(
        `/api/catalog/entities/by-query?limit=${PAGE}&${next}`,
      );
      found.push(...items);
      if (pageInfo.nextCursor === undefined) {
        return found;
      }
      next = `${FIELDS}&cursor=${encodeURIComponent(pageInfo.nextCursor)}`;
    }
  }
}

function print(row: string, text: string): void {
  process.stdout.write(`${JSON.stringify({ row, text })}\n`);
}

function textOf({ p50, p95 }: Timing): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`;
}

async function main(): Promise<void> {
  const options: Options = JSON.parse(process.argv[2]);
  await measureCatalog(options);
  await measureRegister(options);
}

async function measureCatalog(options: Options): Promise<void> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const folder = join(options.folder, 'catalog');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'app-config.json');
  writeFileSync(config, JSON.stringify(configOf(options, folder, url)));
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'catalog/server.ts'),
      '--config',
      config,
    ],
    {
      cwd: join(__dirname, '../packages/backend'),
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const ended = new Promise(resolve => child.on('close', resolve));
  try {
    const catalog = new Catalog(url);
    await until(async () => (await count(catalog)) === 0);
    await measureDelivery(catalog);
    await measureReads(catalog, options.runs);
    await measureVisibility(catalog);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function count(catalog: Catalog): Promise<number> {
  const { totalItems } = await catalog.ask<Page>(
    '/api/catalog/entities/by-query?limit=0',
  );
  return totalItems;
}

async function until(done: () => Promise<boolean>, everyMs = 200) {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    try {
      if (await done()) {
        return;
      }
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    if (Date.now() > deadline) {
      throw new Error('The catalog did not get there');
    }
    await pause(everyMs);
  }
}

async function measureDelivery(catalog: Catalog): Promise<void> {
  const begun = performance.now();
  await catalog.ask('/bench/deliver');
  await until(async () => {
    const there = await count(catalog);
    progress(`${there} entities in the catalog`);
    return there === ENTITIES;
  }, 2_000);
  const seconds = (performance.now() - begun) / 1_000;
  print(
    'catalog alone: 10,000 entities in',
    `${(ENTITIES / seconds).toFixed(0)} entities/s, ${seconds.toFixed(0)} s`,
  );
}

async function measureReads(catalog: Catalog, runs: number): Promise<void> {
  const page = await measure(
    () =>
      catalog.ask(
        '/api/catalog/entities/by-query?limit=20&filter=kind=resource&orderField=metadata.title,asc',
      ),
    { runs, warmUp: 5 },
  );
  print('catalog alone: a page of 20', textOf(page));
  const few = { runs: Math.max(5, Math.round(runs / 10)), warmUp: 2 };
  let services = 0;
  catalog.received = 0;
  const subtree = await measure(async turn => {
    services = await sumOfGroup(catalog, groupRef(turn % 5));
  }, few);
  print(
    'catalog alone: cost of a top-level group, summed in the client',
    `${textOf(subtree)}; ${services} services, ${megabytes(
      catalog.received / (few.runs + few.warmUp),
    )} sent`,
  );
  catalog.received = 0;
  const estate = await measure(() => sumOfEstate(catalog), few);
  print(
    'catalog alone: the whole estate by owner, summed in the client',
    `${textOf(estate)}; ${megabytes(
      catalog.received / (few.runs + few.warmUp),
    )} sent`,
  );
}

/** Groups below, their services, and what these depend on; how many services. */
async function sumOfGroup(catalog: Catalog, top: string): Promise<number> {
  const groups = await catalog.all(
    'filter=kind=group&fields=metadata.name,spec.parent',
  );
  const below = new Set([top]);
  for (let before = 0; before < below.size; ) {
    before = below.size;
    for (const { metadata, spec } of groups) {
      if (typeof spec?.parent === 'string' && below.has(spec.parent)) {
        below.add(`group:default/${metadata.name}`);
      }
    }
  }
  const services = await catalog.all(
    `fields=metadata.name&filter=kind=component,${[...below]
      .map(ref => `relations.ownedBy=${ref}`)
      .join(',')}`,
  );
  const resources = await catalog.all(
    `${FIELDS}&filter=kind=resource,${services
      .map(
        ({ metadata }) =>
          `relations.dependencyOf=component:default/${metadata.name}`,
      )
      .join(',')}`,
  );
  sumOf(resources);
  return services.length;
}

async function sumOfEstate(catalog: Catalog): Promise<void> {
  const resources = await catalog.all(`${FIELDS}&filter=kind=resource`);
  const sums = new Map<string, bigint>();
  for (const entity of resources) {
    const owner = String(entity.spec?.owner);
    sums.set(owner, (sums.get(owner) ?? 0n) + costOf(entity));
  }
  if (resources.length !== size.assets || sums.size === 0) {
    throw new Error(`${resources.length} resources instead of ${size.assets}`);
  }
}

function sumOf(resources: readonly Entity[]): bigint {
  const sum = resources.reduce((total, entity) => total + costOf(entity), 0n);
  if (sum <= 0n) {
    throw new Error('The catalog answered no costs');
  }
  return sum;
}

/** Minor units. */
function costOf({ metadata }: Entity): bigint {
  const [amount] = (metadata.annotations?.[COST_ANNOTATION] ?? '').split(' ');
  return BigInt(amount.replace('.', ''));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

async function measureVisibility(catalog: Catalog): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < CHANGES; index++) {
    const wanted = resource(index, 1).metadata.annotations?.[COST_ANNOTATION];
    const begun = performance.now();
    await catalog.ask(`/bench/change?index=${index}&raisedBy=1`);
    await until(async () => {
      const { metadata } = await catalog.ask<Entity>(
        `/api/catalog/entities/by-name/resource/default/asset-${index}`,
      );
      return metadata.annotations?.[COST_ANNOTATION] === wanted;
    }, 20);
    times.push(performance.now() - begun);
  }
  print(
    'catalog alone: a change is visible after',
    `${quantile(times, 0.5).toFixed(0)} ms, at most ${quantile(
      times,
      1,
    ).toFixed(0)}`,
  );
}

function configOf(options: Options, folder: string, url: string): object {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { port: Number(new URL(url).port), host: '127.0.0.1' },
      database:
        options.engine === 'sqlite'
          ? { client: 'better-sqlite3', connection: { directory: folder } }
          : { client: 'pg', connection: options.connection, prefix: 'alone_' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'bench' } },
        ],
      },
    },
    catalog: { processingInterval: { hours: 24 } },
  };
}

async function measureRegister(options: Options): Promise<void> {
  const estate: EstateOptions = {
    ...options,
    scale: SCALE_OF_REGISTER,
    folder: join(options.folder, 'register'),
    heap: undefined,
  };
  const server = await openEstate(estate);
  try {
    const { runs } = options;
    const questions: [string, (turn: number) => string][] = [
      ['a page of 20', () => '/records?sort=title&limit=20'],
      [
        'cost of a top-level group, 12 months by category',
        turn => `/costs?of=${groupRef(turn % 5)}&by=category`,
      ],
      ['the whole estate by owner', () => '/costs?of=all&by=owner'],
    ];
    for (const [name, path] of questions) {
      let bytes = 0;
      const timing = await measure(
        async turn => {
          bytes = (await server.ask(`/api/itam${path(turn)}`)).length;
        },
        { runs, warmUp: 5 },
      );
      print(`register: ${name}`, `${textOf(timing)}; ${megabytes(bytes)} sent`);
    }
    const times: number[] = [];
    const { items }: { items: { ref: string }[] } = JSON.parse(
      await server.ask(
        '/api/itam/records?class=cloud&stage=maintenance&limit=10',
      ),
    );
    for (const { ref } of items) {
      const path = `/records/${ref.replace(':', '/')}`;
      const { text, etag } = await server.send('GET', path);
      const { record, spec } = JSON.parse(text);
      const begun = performance.now();
      const { status } = await server.send(
        'PUT',
        path,
        { title: `${record.title} changed`, spec },
        { 'If-Match': etag ?? '' },
      );
      times.push(performance.now() - begun);
      if (status !== 200) {
        throw new Error(`A change was answered ${status}`);
      }
    }
    print('register: a change is visible after', textOf(timingOf(times)));
    await measureImport({
      ...server,
      rows: size.assets,
      report: (row, text) => print(`register: ${row}`, text),
    });
  } finally {
    await server.stop();
  }
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${String(error.stack).slice(0, 2_000)}\n`);
    process.exit(1);
  },
);
