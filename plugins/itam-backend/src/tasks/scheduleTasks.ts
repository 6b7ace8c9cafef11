import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../config';
import { recomputeWhenDue } from '../usecases/costs/recomputeWhenDue';
import { activateConfirmed } from '../usecases/declarations/activateConfirmed';
import { clearIncidents } from '../usecases/declarations/clearIncidents';
import { reconcile } from '../usecases/declarations/reconcile';
import { expireIdempotencyKeys } from '../usecases/idempotency/expireIdempotencyKeys';
import { projectCatalog } from '../usecases/projection/projectCatalog';
import { evaluateWhenDue } from '../usecases/policies/evaluateAll';
import { evaluatePending } from '../usecases/policies/evaluatePending';
import { loadRates } from '../usecases/rates/loadRates';
import { describeFailure } from '../logging/describeFailure';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How often it is looked whether a new day has begun, or costs are asked for. */
const DAY_CHECK_MS = MINUTE;
/** How soon after a change its findings are known. */
const EVALUATION_MS = 2_000;

/**
 * What the register's tasks work with.
 */
export interface TaskDeps {
  database: Knex;
  catalog: CatalogService;
  auth: AuthService;
  config: RegisterConfig;
  logger: LoggerService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  /** The clock. */
  now: () => Date;
}

interface Task {
  id: string;
  everyMs: number;
  timeoutMs: number;
  startAfterMs: number;
  run: (signal: AbortSignal) => Promise<string | undefined>;
}

/**
 * Schedules the register's tasks: each runs on one replica at a time, may be
 * stopped at any moment and is repeated. A run that fails is told in the log
 * without values and tried again with the next.
 */
export async function scheduleTasks(deps: TaskDeps): Promise<void> {
  const stop = new AbortController();
  deps.lifecycle.addShutdownHook(() => stop.abort());
  for (const task of tasksOf(deps)) {
    await deps.scheduler.scheduleTask({
      id: task.id,
      frequency: { milliseconds: task.everyMs },
      timeout: { milliseconds: task.timeoutMs },
      initialDelay: { milliseconds: task.startAfterMs },
      scope: 'global',
      signal: stop.signal,
      fn: async (signal: AbortSignal) => {
        try {
          const told = await task.run(signal);
          if (told !== undefined) {
            deps.logger.info(told);
          }
        } catch (error) {
          if (!signal.aborted) {
            deps.logger.warn(`${task.id} failed: ${describeFailure(error)}`);
          }
        }
      },
    });
  }
}

function tasksOf(deps: TaskDeps): Task[] {
  const { config, now, database } = deps;
  const tasks: Task[] = [
    {
      id: 'itam-projection',
      everyMs: config.projection.scheduleMs,
      timeoutMs: 2 * MINUTE,
      startAfterMs: 1_000,
      run: async () => {
        const { changed, nodes } = await projectCatalog(deps, now());
        return changed ? `Catalog projected: ${nodes} entities` : undefined;
      },
    },
    {
      id: 'itam-activation',
      everyMs: config.delivery.activationMs,
      timeoutMs: MINUTE,
      startAfterMs: 2_000,
      run: async signal => {
        const counts = await activateConfirmed(deps, now(), signal);
        return counts.activated + counts.refused + counts.expired > 0
          ? `Declarations: ${counts.activated} in force, ${counts.refused} refused, ${counts.expired} expired`
          : undefined;
      },
    },
    {
      id: 'itam-reconciliation',
      everyMs: config.reconciliation.scheduleMs,
      timeoutMs: 2 * MINUTE,
      startAfterMs: 3_000,
      run: async () => {
        const { wanted, retired, alarm } = await reconcile(deps, now());
        await clearIncidents(deps, now());
        if (alarm !== '') {
          deps.logger.warn(alarm);
        }
        return retired > 0
          ? `Reconciled: ${retired} records retired, ${wanted} wanted`
          : undefined;
      },
    },
    {
      id: 'itam-daily-costs',
      everyMs: DAY_CHECK_MS,
      timeoutMs: 10 * MINUTE,
      startAfterMs: 3_000,
      run: async signal => {
        const { due, uncomputable } = await recomputeWhenDue(
          { database, config },
          now(),
          signal,
        );
        if (uncomputable.length > 0) {
          deps.logger.warn(
            `${uncomputable.length} records have a depreciation that cannot be computed with the configured defaults`,
          );
        }
        return due ? 'Costs computed for the day' : undefined;
      },
    },
    {
      id: 'itam-policies',
      everyMs: EVALUATION_MS,
      timeoutMs: 10 * MINUTE,
      startAfterMs: 4_000,
      run: async signal => {
        const records = await evaluateWhenDue(deps, now(), signal);
        await evaluatePending(deps, now(), { signal });
        return records === undefined
          ? undefined
          : `Policies: ${records} records evaluated`;
      },
    },
    {
      id: 'itam-idempotency-keys',
      everyMs: HOUR,
      timeoutMs: MINUTE,
      startAfterMs: MINUTE,
      run: async () => {
        const { expired } = await expireIdempotencyKeys({ database }, now());
        return expired > 0 ? `${expired} idempotency keys expired` : undefined;
      },
    },
  ];
  const { file, scheduleMs } = config.rates;
  if (file !== undefined) {
    tasks.push({
      id: 'itam-rates',
      everyMs: scheduleMs,
      timeoutMs: 2 * MINUTE,
      startAfterMs: 1_000,
      run: async () => {
        const { changed, rates } = await loadRates({ database }, file);
        return changed ? `${rates} exchange rates loaded` : undefined;
      },
    });
  }
  return tasks;
}
