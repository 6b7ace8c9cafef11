import type { WriteCounts } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { usageColumns, type UsageMeasure, type UsageRow } from './usageMeasure';

/** Rows per statement; below the parameter limits of both engines. */
const ROWS_PER_STATEMENT = 300;

/**
 * Stores measurements of a licence; one of the same kind, holder and day
 * replaces the former. Each key may occur once.
 */
export async function writeUsage(
  trx: Knex.Transaction,
  recordId: number,
  measures: readonly UsageMeasure[],
  by: { actor: string; at: Date },
): Promise<WriteCounts> {
  const counts: WriteCounts = { added: 0, changed: 0, unchanged: 0 };
  for (const batch of batchesOf(measures, ROWS_PER_STATEMENT)) {
    const former = await storedQuantities(trx, recordId, batch);
    const written: UsageMeasure[] = [];
    for (const measure of batch) {
      const quantity = former.get(keyOf(measure));
      if (quantity === measure.quantity) {
        counts.unchanged += 1;
      } else {
        written.push(measure);
        counts[quantity === undefined ? 'added' : 'changed'] += 1;
      }
    }
    if (written.length > 0) {
      await trx('usage_measures')
        .insert(
          written.map(measure => ({
            record_id: recordId,
            kind: measure.kind,
            date: measure.date,
            holder_ref: measure.holderRef,
            quantity: measure.quantity,
            recorded_at: by.at.toISOString(),
            recorded_by: by.actor,
          })),
        )
        .onConflict(['record_id', 'kind', 'holder_ref', 'date'])
        .merge(['quantity', 'recorded_at', 'recorded_by']);
    }
  }
  return counts;
}

async function storedQuantities(
  trx: Knex.Transaction,
  recordId: number,
  batch: readonly UsageMeasure[],
): Promise<Map<string, string | null>> {
  const rows: UsageRow[] = await trx('usage_measures')
    .where('record_id', recordId)
    .whereRaw(
      `(kind, holder_ref, date) in (values ${batch
        .map(() => '(?, ?, ?)')
        .join(', ')})`,
      batch.flatMap(({ kind, holderRef, date }) => [kind, holderRef, date]),
    )
    .select(usageColumns);
  return new Map(
    rows.map(row => [
      keyOf({ kind: row.kind, holderRef: row.holder_ref, date: row.date }),
      row.quantity,
    ]),
  );
}

function keyOf(of: { kind: string; holderRef: string; date: string }): string {
  return `${of.kind} ${of.date} ${of.holderRef}`;
}
