import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../config';
import type { RegisterMetrics } from '../metrics/registerMetrics';
import { sendAlerts } from '../usecases/alerts/sendAlerts';
import { recomputeWhenDue } from '../usecases/costs/recomputeWhenDue';
import { activateConfirmed } from '../usecases/declarations/activateConfirmed';
import { clearIncidents } from '../usecases/declarations/clearIncidents';
import { reconcile } from '../usecases/declarations/reconcile';
import { expireImports } from '../usecases/imports/forgetImport';
import type { ImportWorker } from '../usecases/imports/importWorker';
import { expireIdempotencyKeys } from '../usecases/idempotency/expireIdempotencyKeys';
import { projectCatalog } from '../usecases/projection/projectCatalog';
import { removeExpired } from '../usecases/retention/removeExpired';
import { evaluateWhenDue } from '../usecases/policies/evaluateAll';
import { evaluatePending } from '../usecases/policies/evaluatePending';
import { loadRates } from '../usecases/rates/loadRates';
import { stopwatch } from '../metrics/stopwatch';
import { sharedTime } from '../database/sharedTime';
import { describeFailure } from '../logging/describeFailure';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How often it is looked whether a new day has begun, or costs are asked for. */
const DAY_CHECK_MS = MINUTE;
/** How often work is looked for that another process left. */
const IMPORT_CHECK_MS = 10_000;
/** How soon after a change its findings are known. */
const EVALUATION_MS = 2_000;

/**
 * What the register's tasks work with.
 */
export interface TaskDeps {
  database: Knex;
  catalog: CatalogService;
  auth: AuthService;
  notifications: NotificationService;
  config: RegisterConfig;
  logger: LoggerService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  /** Does the work of imports. */
  imports: Pick<ImportWorker, 'wake'>;
  metrics: RegisterMetrics;
  tracing: TracingService;
  /** The clock. */
  now: () => Date;
}

interface Task {
  id: string;
  everyMs: number;
  timeoutMs: number;
  startAfterMs: number;
  /** Given the time that replicas agree on. */
  run: (asOf: Date, signal: AbortSignal) => Promise<string | undefined>;
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
        const seconds = stopwatch();
        let outcome: 'succeeded' | 'failed' = 'succeeded';
        try {
          const told = await deps.tracing.startActiveSpan(
            `itam.task ${task.id}`,
            async () =>
              await task.run(
                await sharedTime(deps.database, deps.now()),
                signal,
              ),
          );
          if (told !== undefined) {
            deps.logger.info(told);
          }
        } catch (error) {
          outcome = 'failed';
          if (!signal.aborted) {
            deps.logger.warn(`${task.id} failed: ${describeFailure(error)}`);
          }
        }
        deps.metrics.task({ task: task.id, outcome, seconds: seconds() });
      },
    });
  }
}

function tasksOf(deps: TaskDeps): Task[] {
  const { config, database } = deps;
  const tasks: Task[] = [
    {
      id: 'itam-projection',
      everyMs: config.projection.scheduleMs,
      timeoutMs: 2 * MINUTE,
      startAfterMs: 1_000,
      run: async asOf => {
        const { changed, nodes } = await projectCatalog(deps, asOf);
        return changed ? `Catalog projected: ${nodes} entities` : undefined;
      },
    },
    {
      id: 'itam-activation',
      everyMs: config.delivery.activationMs,
      timeoutMs: MINUTE,
      startAfterMs: 2_000,
      run: async (asOf, signal) => {
        const counts = await activateConfirmed(deps, asOf, signal);
        for (const outcome of [
          'activated',
          'refused',
          'failed',
          'expired',
        ] as const) {
          deps.metrics.declarations(outcome, counts[outcome]);
        }
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
      run: async asOf => {
        const { wanted, retired, alarm } = await reconcile(deps, asOf);
        await clearIncidents(deps, asOf);
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
      run: async (asOf, signal) => {
        const seconds = stopwatch();
        const { due, uncomputable } = await recomputeWhenDue(
          { database, config },
          asOf,
          signal,
        );
        if (due) {
          deps.metrics.recomputed(seconds());
        }
        if (uncomputable.length > 0) {
          deps.logger.warn(
            `${uncomputable.length} records have a depreciation that cannot be computed with the configured defaults`,
          );
        }
        return due ? 'Costs computed for the day' : undefined;
      },
    },
    {
      id: 'itam-imports',
      everyMs: IMPORT_CHECK_MS,
      timeoutMs: MINUTE,
      startAfterMs: 2_000,
      run: async () => {
        deps.imports.wake();
        return undefined;
      },
    },
    {
      id: 'itam-imports-expiry',
      everyMs: HOUR,
      timeoutMs: 10 * MINUTE,
      startAfterMs: 2 * MINUTE,
      run: async asOf => {
        const { keepMs } = config.imports;
        const { expired } = await expireImports({ database, keepMs }, asOf);
        return expired > 0 ? `${expired} imports expired` : undefined;
      },
    },
    {
      id: 'itam-policies',
      everyMs: EVALUATION_MS,
      timeoutMs: 10 * MINUTE,
      startAfterMs: 4_000,
      run: async (asOf, signal) => {
        const records = await evaluateWhenDue(deps, asOf, signal);
        await evaluatePending(deps, asOf, { signal });
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
      run: async asOf => {
        const { expired } = await expireIdempotencyKeys({ database }, asOf);
        return expired > 0 ? `${expired} idempotency keys expired` : undefined;
      },
    },
  ];
  if (config.alerts.enabled) {
    tasks.push({
      id: 'itam-alerts',
      everyMs: config.alerts.scheduleMs,
      timeoutMs: 10 * MINUTE,
      // Once what the catalog and the files say is known.
      startAfterMs: MINUTE,
      run: async (asOf, signal) => {
        const { sent, failed, failure } = await sendAlerts(deps, asOf, signal);
        deps.metrics.alerts('sent', sent);
        deps.metrics.alerts('failed', failed);
        if (failed > 0) {
          deps.logger.warn(
            `${failed} alerts could not be sent and are tried again. ${failure}. Is the notifications plugin installed?`,
          );
        }
        return sent > 0 ? `${sent} alerts sent` : undefined;
      },
    });
  }
  tasks.push({
    id: 'itam-retention',
    everyMs: 24 * HOUR,
    timeoutMs: 10 * MINUTE,
    startAfterMs: 5 * MINUTE,
    run: async (asOf, signal) => {
      const { alerts, incidents, usageMeasures } = await removeExpired(
        deps,
        asOf,
        signal,
      );
      return alerts + incidents + usageMeasures > 0
        ? `Removed after their time: ${alerts} alerts, ${incidents} refusals, ${usageMeasures} measurements`
        : undefined;
    },
  });
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
