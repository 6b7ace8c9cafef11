// What a server does while it is asked: statements of its databases, and where
// its processor time goes.
import SqliteDatabase from 'better-sqlite3';
import type { Router } from 'express';
import { Session, type Profiler } from 'node:inspector/promises';
import { Client } from 'pg';

/** Statements since this was asked last, and the time they took together. */
export interface Statements {
  count: number;
  ms: number;
}

/** Self time of a part of the code, in percent of what was not idle. */
export type ProfileShares = Record<string, number>;

/** Lets a bench look into the process; it is not slowed down before. */
export function observe(router: Router): void {
  let seen: Statements | undefined;
  const note = (begun: number) => {
    if (seen) {
      seen.count += 1;
      seen.ms += performance.now() - begun;
    }
  };
  router.get('/statements', (_req, res) => {
    if (!seen) {
      observePostgres(note);
      observeSqlite(note);
    }
    res.json(seen ?? { count: 0, ms: 0 });
    seen = { count: 0, ms: 0 };
  });

  // Stays connected: a later session would not know earlier code by its file.
  let session: Session | undefined;
  router.get('/profile/start', async (_req, res) => {
    if (!session) {
      session = new Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: 500 });
    }
    await session.post('Profiler.start');
    res.json({});
  });
  router.get('/profile/stop', async (_req, res) => {
    const stopped = await session?.post('Profiler.stop');
    res.json(stopped ? sharesOf(stopped.profile) : {});
  });
}

function observePostgres(note: (begun: number) => void): void {
  const { query } = Client.prototype;
  // Not called with a type it would know: drivers pass what they have.
  Client.prototype.query = function observed(this: Client, ...args: never[]) {
    const begun = performance.now();
    const last: unknown = args[args.length - 1];
    if (typeof last === 'function') {
      args[args.length - 1] = ((...answer: never[]) => {
        note(begun);
        return last(...answer);
      }) as never;
      return Reflect.apply(query, this, args);
    }
    const answer = Reflect.apply(query, this, args);
    answer?.then?.(
      () => note(begun),
      () => note(begun),
    );
    return answer;
  };
}

function observeSqlite(note: (begun: number) => void): void {
  const database = new SqliteDatabase(':memory:');
  const prototype = Object.getPrototypeOf(database.prepare('select 1'));
  database.close();
  for (const name of ['all', 'get', 'run']) {
    const original = prototype[name];
    prototype[name] = function observed(...args: unknown[]) {
      const begun = performance.now();
      try {
        return Reflect.apply(original, this, args);
      } finally {
        note(begun);
      }
    };
  }
}

/** Parts of the code by a piece of their files' paths, the first that fits. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['the register', /itam-(backend|common|node)\//],
  ['query builder', /node_modules\/(knex|lodash)\//],
  ['driver', /node_modules\/(pg[^/]*|postgres-[^/]*|better-sqlite3)\//],
  ['validation of requests', /node_modules\/(ajv|express-openapi|openapi)/],
  ['Express', /node_modules\/(express|router|body-parser|compression|helmet)/],
  ['other packages', /node_modules\//],
  ['Node.js', /^node:/],
];

function sharesOf(profile: Profiler.Profile): ProfileShares {
  const own = new Map<number, number>();
  profile.samples?.forEach((id, index) => {
    const took = profile.timeDeltas?.[index] ?? 0;
    own.set(id, (own.get(id) ?? 0) + took);
  });
  const sums = new Map<string, number>();
  for (const { id, callFrame } of profile.nodes) {
    const part = partOf(callFrame.functionName, callFrame.url);
    if (part !== undefined) {
      sums.set(part, (sums.get(part) ?? 0) + (own.get(id) ?? 0));
    }
  }
  const whole = [...sums.values()].reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(
    [...sums]
      .map(([part, sum]): [string, number] => [
        part,
        Math.round((100 * sum) / Math.max(whole, 1)),
      ])
      .sort(([, a], [, b]) => b - a),
  );
}

function partOf(functionName: string, url: string): string | undefined {
  if (['(idle)', '(root)'].includes(functionName)) {
    return undefined;
  }
  if (functionName === '(garbage collector)') {
    return 'garbage collection';
  }
  const part = PARTS.find(([, path]) => path.test(url));
  return part?.[0] ?? 'native code';
}
