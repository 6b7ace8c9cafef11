import type {
  UsageMeasurement,
  WriteCounts,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { lockKeys } from '../../database/locks';
import { appendHistory } from '../../stores/records/appendHistory';
import { writeUsage } from '../../stores/usage/writeUsage';
import { newMeasures } from './newMeasures';

/**
 * Records measured use of a licence with its history, in one transaction.
 * Use changes no costs.
 *
 * Throws ItamValidationError.
 */
export async function addUsage(
  deps: { knex: Knex },
  to: { ref: string; recordId: number },
  measurements: readonly UsageMeasurement[],
  by: { actor: string; at: Date; today: string },
): Promise<WriteCounts> {
  const { ref, recordId } = to;
  const measures = newMeasures(ref, measurements, by.today);
  return await deps.knex.transaction(async trx => {
    // Two requests at once would both count the same measurement as new.
    await lockKeys(trx, [`usage:${ref}`]);
    const counts = await writeUsage(trx, recordId, measures, by);
    if (counts.added + counts.changed > 0) {
      await appendHistory(trx, {
        ref,
        at: by.at,
        actor: by.actor,
        action: 'usage-recorded',
        changes: [...new Set(measures.map(({ kind }) => `usage.${kind}`))],
        revision: null,
      });
    }
    return counts;
  });
}
