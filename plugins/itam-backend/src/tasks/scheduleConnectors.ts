import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { SourceError } from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../config';
import { describeFailure } from '../logging/describeFailure';
import type { RegisterMetrics } from '../metrics/registerMetrics';
import { stopwatch } from '../metrics/stopwatch';
import type { ConnectorRegistry } from '../usecases/connectors/ConnectorRegistry';
import { runConnector } from '../usecases/connectors/runConnector';

/** What the tasks of connectors work with. */
export interface ConnectorTaskDeps {
  database: Knex;
  config: RegisterConfig;
  connectors: Pick<ConnectorRegistry, 'all'>;
  logger: LoggerService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  metrics: RegisterMetrics;
  now: () => Date;
}

/** Id of the task of a connector. */
export function connectorTask(id: string): string {
  return `itam-connector-${id}`;
}

/**
 * Schedules a task for each connector, which runs on one replica at a time. A
 * run that fails is told in the log and goes on with the next one.
 */
export async function scheduleConnectors(
  deps: ConnectorTaskDeps,
): Promise<void> {
  const stop = new AbortController();
  deps.lifecycle.addShutdownHook(() => stop.abort());
  for (const connector of deps.connectors.all()) {
    const id = connectorTask(connector.id);
    await deps.scheduler.scheduleTask({
      ...connector.settings.schedule,
      id,
      scope: 'global',
      signal: stop.signal,
      fn: async (signal: AbortSignal) => {
        const seconds = stopwatch();
        let outcome: 'succeeded' | 'failed' = 'succeeded';
        try {
          const told = await runConnector(
            deps,
            connector,
            AbortSignal.any([signal, stop.signal]),
          );
          if (told !== undefined) {
            deps.logger.info(told);
          }
        } catch (error) {
          outcome = 'failed';
          const why =
            error instanceof SourceError
              ? error.message
              : describeFailure(error);
          deps.logger.warn(`${connector.title} was not read: ${why}`);
        }
        deps.metrics.task({ task: id, outcome, seconds: seconds() });
      },
    });
  }
}
