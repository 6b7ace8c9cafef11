import type {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import type { LifecycleService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { settingKeys } from '../database/settingKeys';
import { newestSequence } from '../stores/queries/newestSequence';
import { readSetting } from '../stores/settings/readSetting';

/**
 * Lets the portal's meter look at the state of the register when it collects.
 * A database that does not answer has no values.
 */
export function observeRegister(deps: {
  metrics: MetricsService;
  lifecycle: LifecycleService;
  database: Knex;
  now: () => Date;
}): void {
  const { metrics, lifecycle, database, now } = deps;
  const observe = (
    name: string,
    description: string,
    unit: string,
    read: (result: MetricsServiceObservableResult) => Promise<void>,
  ) => {
    const gauge = metrics.createObservableGauge(name, { description, unit });
    const look = async (result: MetricsServiceObservableResult) => {
      try {
        await read(result);
      } catch {
        // What fails here is told by whoever needs the database.
      }
    };
    gauge.addCallback(look);
    lifecycle.addShutdownHook(() => gauge.removeCallback(look));
  };
  const count = async (query: Knex.QueryBuilder): Promise<number> => {
    const rows: { count: unknown }[] = await query.count({ count: '*' });
    return Number(rows[0]?.count ?? 0);
  };

  observe(
    'itam.projection.age',
    'Time since services, groups and users were copied from the catalog',
    's',
    async result => {
      const at = await readSetting(database, settingKeys.projectionSyncedAt);
      if (at) {
        result.observe((now().getTime() - Date.parse(at)) / 1_000);
      }
    },
  );
  observe(
    'itam.declarations.staged',
    'Declarations the catalog has not confirmed yet',
    '{declaration}',
    async result => result.observe(await count(database('declarations'))),
  );
  observe(
    'itam.incidents',
    'Refused and conflicting declarations',
    '{incident}',
    async result => {
      for (const kind of ['error', 'conflict']) {
        result.observe(await count(database('incidents').where({ kind })), {
          kind,
        });
      }
    },
  );
  observe(
    'itam.alerts.unsent',
    'Alerts that were due and could not be sent yet',
    '{alert}',
    async result =>
      result.observe(
        await count(
          database('alerts').whereNull('sent_at').whereNull('ended_at'),
        ),
      ),
  );
  observe(
    'itam.history.sequence',
    'Number of the newest entry of the history',
    '{entry}',
    async result => result.observe(await newestSequence(database)),
  );
}
