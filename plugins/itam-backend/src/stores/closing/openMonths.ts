import type { MonthIndex } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { copySegments } from './copySegments';

/**
 * Takes the freeze off what is closed after a month, or off everything for
 * null. Until a record is computed anew its figures stay what they were, so
 * that the read model stays as it is.
 *
 * Returns the ids of the records to compute anew, in order. The caller holds
 * the exclusive lock.
 */
export async function openMonths(
  trx: Knex.Transaction,
  months: { through: MonthIndex | null; wasThrough: MonthIndex },
): Promise<number[]> {
  const { through, wasThrough } = months;
  const frozen = () => trx('cost_segments').where('closed', true);
  if (through === null) {
    await frozen().update({ closed: false });
  } else {
    const firstOpen = through + 1;
    await frozen()
      .whereRaw('start_month + window_from >= ?', [firstOpen])
      .update({ closed: false });
    const straddling: { id: unknown; record_id: unknown }[] = await frozen()
      .whereRaw('start_month + window_to > ?', [firstOpen])
      .orderBy('id')
      .select('id', 'record_id');
    await copySegments(
      trx,
      straddling.map(row => ({
        id: integerFromRow(row.id),
        recordId: integerFromRow(row.record_id),
      })),
      { closed: 'false', window_from: `${firstOpen} - original.start_month` },
    );
    await frozen()
      .whereRaw('start_month + window_to > ?', [firstOpen])
      .update({ window_to: trx.raw('? - start_month', [firstOpen]) });
  }
  // Adjustments of what was closed stand in the month after it.
  const changed: { record_id: unknown }[] = await trx('cost_segments')
    .where({ closed: false, certainty: 'actual' })
    .whereRaw('start_month + window_from <= ?', [wasThrough + 1])
    .distinct('record_id')
    .orderBy('record_id');
  return changed.map(row => integerFromRow(row.record_id));
}
