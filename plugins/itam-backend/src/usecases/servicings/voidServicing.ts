import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { withExclusiveLock } from '../../database/locks';
import { appendHistory } from '../../stores/records/appendHistory';
import { markServicingVoid } from '../../stores/servicings/markServicingVoid';
import { recomputeAffected } from '../costs/recomputeAffected';

/** Ids are 32-bit on both engines. */
const GREATEST_ID = 2_147_483_647;

/**
 * Takes back a servicing recorded in error: it costs nothing any more, and
 * stays in the history.
 *
 * Throws NotFoundError when the record has no such servicing, or it was taken
 * back before.
 */
export async function voidServicing(
  deps: { knex: Knex; config: RegisterConfig },
  of: { ref: string; recordId: number },
  id: number,
  by: { actor: string; at: Date },
): Promise<void> {
  const { ref, recordId } = of;
  await withExclusiveLock(deps.knex, async trx => {
    if (id > GREATEST_ID || !(await markServicingVoid(trx, recordId, id, by))) {
      throw new NotFoundError(`${ref} has no servicing ${id}`);
    }
    await appendHistory(trx, {
      ref,
      at: by.at,
      actor: by.actor,
      action: 'servicing-voided',
      changes: [`servicings[${id}]`],
      revision: null,
    });
    await recomputeAffected(trx, deps.config, [ref], by.at);
  });
}
