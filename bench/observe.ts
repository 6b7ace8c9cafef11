// Where the processor time of a server goes while it is asked.
import type { Router } from 'express';
import { Session, type Profiler } from 'node:inspector/promises';

/** Self time of a part of the code, in percent of what was not idle. */
export type ProfileShares = Record<string, number>;

/** Lets a bench look into the process; it is not slowed down before. */
export function observe(router: Router): void {
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
