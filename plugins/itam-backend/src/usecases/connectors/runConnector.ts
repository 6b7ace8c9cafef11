import type { LoggerService } from '@backstage/backend-plugin-api';
import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import {
  SourceError,
  type ItamConnector,
  type SourcePage,
  type SourceStream,
} from '@backstage-itam/plugin-itam-node';
import { durationToMilliseconds } from '@backstage/types';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { withExclusiveLock } from '../../database/locks';
import {
  insertRun,
  readRuns,
  RUN_COUNTS,
  updateRun,
  type ConnectorRun,
  type RunCounts,
} from '../../stores/connectors/connectorRuns';
import {
  claimConnector,
  ConnectorLeaseLost,
  releaseConnector,
  writeConnector,
  type ConnectorLease,
  type ConnectorState,
} from '../../stores/connectors/connectorState';
import {
  UncomputableRecords,
  type ChangeActor,
} from '../registration/changeRecords';
import { countAbsent, retireAbsent } from './retireAbsent';
import { takePage } from './takePage';

const MINUTE = 60_000;
/** How long nobody else takes the work after a sign of life. */
const LEASE_MS = 5 * MINUTE;
/** How often it gives one while it waits for the source. */
const HEARTBEAT_MS = MINUTE;
/** How long after its start an interrupted run goes on. */
const RESUME_WITHIN_MS = 6 * 60 * MINUTE;
/** More records that cannot be computed in one page are not looked for. */
const TRIES_OF_A_PAGE = 20;

/** What runs of connectors work with. */
export interface ConnectorDeps {
  database: Knex;
  config: Pick<RegisterConfig, 'depreciation'>;
  logger: LoggerService;
  now: () => Date;
}

/** Work on one run. */
interface Work extends ConnectorDeps {
  connector: ItamConnector;
  lease: ConnectorLease;
  run: ConnectorRun;
  state: ConnectorState;
  signal: AbortSignal;
  /** What a dry run saw, by stream: nothing of it is stored. */
  dryIds: Map<string, Set<string>>;
}

/** The process is to stop; the run goes on with the next one. */
class Stopped extends Error {}

/**
 * Runs a connector: what somebody asked for, else an interrupted run, else a
 * full or an incremental one, whichever is due. Does nothing while another
 * process is at it. A run that does not come to its end retires nothing.
 *
 * @returns What to tell in the log; undefined when nothing changed
 */
export async function runConnector(
  deps: ConnectorDeps,
  connector: ItamConnector,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { database, now } = deps;
  const claimed = await claimConnector(database, connector.id, {
    leaseMs: LEASE_MS,
    now,
  });
  if (!claimed) {
    return undefined;
  }
  const { state, lease } = claimed;
  const heartbeat = setInterval(() => {
    // A lost lease shows with the next page.
    writeConnector(database, lease).catch(() => {});
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    const run = await beginRun(deps, connector, state, lease);
    return await workOn({
      ...deps,
      connector,
      lease,
      run,
      state,
      signal,
      dryIds: new Map(),
    });
  } finally {
    clearInterval(heartbeat);
    await releaseConnector(database, lease, {
      next_run_at: nextRunAt(connector, now()),
    });
  }
}

async function workOn(work: Work): Promise<string | undefined> {
  const { connector, database, lease, run, now } = work;
  try {
    const guard = await takeStreams(work);
    const finishedAt = now().toISOString();
    await database.transaction(async trx => {
      await writeConnector(
        trx,
        lease,
        run.dry
          ? {}
          : {
              changed_through: JSON.stringify({
                ...work.state.changedThrough,
                ...run.changedThrough,
              }),
              last_success_at: finishedAt,
              ...(run.full ? { last_full_at: run.startedAt } : {}),
            },
      );
      await updateRun(trx, run.id, {
        state: guard === undefined ? 'succeeded' : 'guarded',
        message: guard ?? null,
        finishedAt,
        position: null,
        counts: run.counts,
      });
    });
    return told(connector, run, guard);
  } catch (error) {
    if (error instanceof Stopped || error instanceof ConnectorLeaseLost) {
      return undefined;
    }
    await updateRun(database, run.id, {
      state: 'failed',
      message:
        error instanceof SourceError
          ? error.message
          : 'The run failed for a reason the log of the backend names',
      finishedAt: now().toISOString(),
      counts: run.counts,
      // What will not pass is not tried again from the same place.
      ...(error instanceof SourceError && error.reason === 'unavailable'
        ? {}
        : { position: null }),
    });
    throw error;
  }
}

/** Takes all streams, then retires; what the guard says where it held back. */
async function takeStreams(work: Work): Promise<string | undefined> {
  const { connector, run, database, lease, config } = work;
  const from = connector.streams.findIndex(
    ({ id }) => id === run.position?.stream,
  );
  for (const stream of connector.streams.slice(Math.max(0, from))) {
    await takeStream(
      work,
      stream,
      stream.id === run.position?.stream ? run.position.cursor : undefined,
    );
  }
  if (!run.full) {
    return undefined;
  }
  const guards: string[] = [];
  for (const stream of connector.streams) {
    const { absent, retired, guard } = run.dry
      ? await countAbsent(
          database,
          connector,
          stream,
          work.dryIds.get(stream.id) ?? new Set(),
        )
      : await retireAbsent(database, {
          connector,
          stream,
          runId: run.id,
          incomplete: run.incomplete[stream.id],
          config,
          lease,
          by: actorOf(work),
        });
    run.counts.absent += absent;
    run.counts.retired += retired;
    guards.push(...(guard === undefined ? [] : [guard]));
  }
  return guards.length === 0 ? undefined : guards.join('; ');
}

async function takeStream(
  work: Work,
  stream: SourceStream,
  from: string | undefined,
): Promise<void> {
  const { run, state, signal } = work;
  const since =
    run.full || !stream.incremental
      ? undefined
      : state.changedThrough[stream.id];
  for (let cursor = from; ; ) {
    if (signal.aborted) {
      throw new Stopped();
    }
    let page: SourcePage;
    try {
      page = await stream.readPage({
        signal,
        ...(cursor === undefined ? {} : { cursor }),
        ...(since === undefined ? {} : { since }),
      });
    } catch (error) {
      throw signal.aborted ? new Stopped() : error;
    }
    await takeReadPage(work, stream, page);
    if (page.next === undefined) {
      return;
    }
    if (page.next === cursor) {
      throw new SourceError(
        `${stream.id}: the source names the same page again and again`,
        'answer',
      );
    }
    cursor = page.next;
  }
}

/** Takes a page with its counts, and notes where the next one starts. */
async function takeReadPage(
  work: Work,
  stream: SourceStream,
  page: SourcePage,
): Promise<void> {
  const { connector, config, database, lease, run } = work;
  const by = actorOf(work);
  const uncomputable = new Set<string>();
  for (let tried = 1; ; tried++) {
    try {
      const next = await withExclusiveLock(database, async trx => {
        await writeConnector(trx, lease);
        const counts = await takePage(trx, {
          assessment: { connector, stream, config, today: by.today },
          runId: run.id,
          dry: run.dry,
          by,
          records: page.records,
          failures: page.failures ?? [],
          unknown: page.unknown ?? [],
          uncomputable,
        });
        const values = {
          counts: added(run.counts, counts),
          changedThrough: later(run.changedThrough, stream.id, page),
          incomplete:
            page.incomplete === undefined
              ? run.incomplete
              : { ...run.incomplete, [stream.id]: page.incomplete },
          position: {
            stream: stream.id,
            ...(page.next === undefined ? {} : { cursor: page.next }),
          },
        };
        await updateRun(trx, run.id, values);
        return values;
      });
      Object.assign(run, next);
      noteDry(work, stream, page);
      return;
    } catch (error) {
      if (
        !(error instanceof UncomputableRecords) ||
        tried === TRIES_OF_A_PAGE
      ) {
        throw error;
      }
      error.refs.forEach(ref => uncomputable.add(ref));
    }
  }
}

function noteDry(
  { run, dryIds }: Work,
  { id }: SourceStream,
  { records, failures = [] }: SourcePage,
): void {
  if (run.dry) {
    const ids = dryIds.get(id) ?? new Set();
    [...records, ...failures].forEach(({ sourceId }) => ids.add(sourceId));
    dryIds.set(id, ids);
  }
}

async function beginRun(
  { database, now }: ConnectorDeps,
  connector: ItamConnector,
  state: ConnectorState,
  lease: ConnectorLease,
): Promise<ConnectorRun> {
  const { requested, lastFullAt } = state;
  const at = now();
  const [last] = await readRuns(database, connector.id, 1);
  const isOpen =
    last !== undefined &&
    !last.dry &&
    (last.state === 'running' || last.state === 'failed') &&
    last.position !== null &&
    at.getTime() - Date.parse(last.startedAt) < RESUME_WITHIN_MS;
  if (requested === null && isOpen) {
    await updateRun(database, last.id, { state: 'running', message: null });
    return { ...last, state: 'running', message: null };
  }
  if (last?.state === 'running') {
    await updateRun(database, last.id, {
      state: 'failed',
      message: 'Interrupted',
      finishedAt: at.toISOString(),
    });
  }
  const isFullDue =
    lastFullAt === null ||
    at.getTime() - Date.parse(lastFullAt) >= connector.settings.fullEveryMs ||
    !connector.streams.some(({ incremental }) => incremental);
  const run = await insertRun(database, {
    connectorId: connector.id,
    full: requested?.full === true || requested?.dry === true || isFullDue,
    dry: requested?.dry ?? false,
    startedAt: at.toISOString(),
    startedBy: requested?.by ?? null,
  });
  if (requested !== null) {
    await writeConnector(database, lease, {
      requested: null,
      requested_by: null,
    });
  }
  return run;
}

function actorOf({ connector, now }: Work): ChangeActor {
  const at = now();
  return { actor: `connector:${connector.id}`, at, today: plainDateOf(at) };
}

function added(a: RunCounts, b: RunCounts): RunCounts {
  const sum = { ...a };
  for (const name of RUN_COUNTS) {
    sum[name] += b[name];
  }
  return sum;
}

function later(
  known: Record<string, string>,
  stream: string,
  { changedThrough }: SourcePage,
): Record<string, string> {
  const before = known[stream];
  return changedThrough === undefined ||
    (before !== undefined && before >= changedThrough)
    ? known
    : { ...known, [stream]: changedThrough };
}

/** Next time it is due; null where a pattern or a person decides that. */
function nextRunAt({ settings }: ItamConnector, after: Date): string | null {
  const { frequency } = settings.schedule;
  return 'cron' in frequency || 'trigger' in frequency
    ? null
    : new Date(
        after.getTime() + durationToMilliseconds(frequency),
      ).toISOString();
}

function told(
  connector: ItamConnector,
  { counts, dry }: ConnectorRun,
  guard: string | undefined,
): string | undefined {
  const { created, changed, failed, retired } = counts;
  return created + changed + failed + retired > 0 || guard !== undefined
    ? `${connector.title}${
        dry ? ' (dry run)' : ''
      }: ${created} records created, ${changed} changed, ${retired} retired, ${failed} failed${
        guard === undefined ? '' : `. ${guard}`
      }`
    : undefined;
}
