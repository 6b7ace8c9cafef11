import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { replaceOpenSegments } from './replaceOpenSegments';

/**
 * Puts a record's open segments in place of those it had; what a closing froze
 * stays as it is.
 *
 * Throws when there are more than a record may have.
 */
export async function replaceSegments(
  trx: Knex.Transaction,
  recordId: number,
  segments: readonly CostSegment[],
): Promise<void> {
  await replaceOpenSegments(trx, [{ recordId, segments }]);
}
