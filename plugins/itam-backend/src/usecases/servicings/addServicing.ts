import type { NewServicing } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { withExclusiveLock } from '../../database/locks';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import { appendHistory } from '../../stores/records/appendHistory';
import { insertServicing } from '../../stores/servicings/insertServicing';
import { recomputeAffected } from '../costs/recomputeAffected';
import { newServicing } from './newServicing';
import { renderServicing } from './renderServicing';

/**
 * Records a servicing: the entry, its history and the costs of the record with
 * every roll-up of them, in one transaction.
 *
 * Runs alone, so that no other change of the record computes its costs without
 * this servicing. Whoever may not see the record's cost gets the answer
 * without it. Throws ItamValidationError, and IdempotencyKeyReusedError.
 */
export async function addServicing(
  deps: { knex: Knex; config: RegisterConfig },
  to: { ref: string; recordId: number; costVisible: boolean },
  input: NewServicing,
  by: { actor: string; at: Date; today: string },
  repeatable: RepeatableRequest | undefined,
): Promise<Answer> {
  const { ref, recordId, costVisible } = to;
  const values = newServicing(ref, input, by.today);
  return await withExclusiveLock(deps.knex, trx =>
    answerOnce(trx, repeatable, async () => {
      const servicing = await insertServicing(trx, recordId, values, by);
      await appendHistory(trx, {
        ref,
        at: by.at,
        actor: by.actor,
        action: 'servicing-added',
        changes: [`servicings[${servicing.id}]`],
        revision: null,
      });
      if (servicing.cost) {
        // No other record's costs are computed with servicings.
        await recomputeAffected(trx, deps.config, [ref], by.at);
      }
      return {
        status: 201,
        text: JSON.stringify(renderServicing(servicing, costVisible)),
      };
    }),
  );
}
