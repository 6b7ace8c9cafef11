import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { deleteInSteps } from '../../stores/retention/deleteInSteps';

/** Rows that were removed, by what they were. */
export interface RemovedRows {
  alerts: number;
  incidents: number;
  usageMeasures: number;
}

/**
 * Removes what nobody needs any more: alerts of what is long over, refusals
 * nobody repeated for long, and measured use of long ago.
 *
 * Of use by a holder the latest measurement is kept, since it says that and
 * when the seat was used last; units are kept, since they add up over a term.
 * Histories, records and money are never removed.
 */
export async function removeExpired(
  deps: { database: Knex; config: Pick<RegisterConfig, 'retention'> },
  asOf: Date,
  signal?: AbortSignal,
): Promise<RemovedRows> {
  const { database, config } = deps;
  const { alertsMs, incidentsMs, usageMeasuresMs } = config.retention;
  const before = (milliseconds: number) =>
    new Date(asOf.getTime() - milliseconds);
  return {
    alerts: await deleteInSteps(
      database,
      'alerts',
      ['kind', 'subject', 'due_on', 'stage', 'recipient'],
      query => query.where('ended_at', '<', before(alertsMs).toISOString()),
      signal,
    ),
    incidents: await deleteInSteps(
      database,
      'incidents',
      ['id'],
      query => query.where('at', '<', before(incidentsMs).toISOString()),
      signal,
    ),
    usageMeasures:
      usageMeasuresMs === undefined
        ? 0
        : await deleteInSteps(
            database,
            'usage_measures',
            ['id'],
            query =>
              query
                .whereIn('usage_measures.kind', ['seat', 'peak'])
                .where(
                  'usage_measures.date',
                  '<',
                  plainDateOf(before(usageMeasuresMs)),
                )
                .whereExists(
                  database
                    .select(database.raw('1'))
                    .from('usage_measures as later')
                    .whereRaw('later.record_id = usage_measures.record_id')
                    .whereRaw('later.kind = usage_measures.kind')
                    .whereRaw('later.holder_ref = usage_measures.holder_ref')
                    .whereRaw('later.date > usage_measures.date'),
                ),
            signal,
          ),
  };
}
