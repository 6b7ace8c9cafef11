import { markRemoved, plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { withExclusiveLock } from '../../database/locks';
import { appendHistory } from '../../stores/records/appendHistory';
import { datedStateToJson } from '../../stores/records/datedState';
import { recordsAffectedBy } from '../../stores/records/dependents';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { requireTurn, type Turn } from '../../stores/settings/turn';
import { recomputeAffected } from '../costs/recomputeAffected';

/**
 * Retires a declared record that nothing declares any more: its past stays,
 * its cost ends with the month. Nothing is deleted.
 *
 * Returns false when there is no such record, or it is retired already.
 *
 * @param turn - Run that found it gone; throws TurnOver when that is over
 */
export async function retireRecord(
  deps: { database: Knex; config: RegisterConfig },
  ref: string,
  asOf: Date,
  turn?: Turn,
): Promise<boolean> {
  return await withExclusiveLock(deps.database, async trx => {
    if (turn) {
      await requireTurn(trx, turn);
    }
    const stored = (await readStoredRecords(trx, [ref])).get(ref);
    if (!stored || stored.origin !== 'declared' || stored.retiredAt !== null) {
      return false;
    }
    const removed = markRemoved(stored.record, plainDateOf(asOf));
    await trx('records')
      .where('id', stored.id)
      .update({
        dated_state: datedStateToJson(removed),
        removed_on: removed.removedOn,
        retired_at: asOf.toISOString(),
        updated_at: asOf.toISOString(),
        version: stored.version + 1,
      });
    await appendHistory(trx, {
      ref,
      at: asOf,
      actor: 'catalog',
      action: 'retired',
      changes: [],
      revision: stored.revision,
    });
    const affected = await recordsAffectedBy(trx, [ref]);
    await recomputeAffected(trx, deps.config, affected, asOf);
    await trx('absent_records').where('ref', ref).delete();
    await trx('wanted_declarations').where('ref', ref).delete();
    return true;
  });
}
