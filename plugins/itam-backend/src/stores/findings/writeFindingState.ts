import type { Knex } from 'knex';
import { appendFindingHistory } from './findingHistory';
import type { StoredFinding } from './findingRow';

/** What a person decides about a finding. */
export type FindingDecision =
  | { state: 'accepted'; reason: string; until: string }
  | { state: 'open'; reason: string };

/** Writes a decision as a new version of the finding, and its history. */
export async function writeFindingState(
  trx: Knex.Transaction,
  finding: StoredFinding,
  decision: FindingDecision,
  by: { actor: string; at: Date },
): Promise<void> {
  const accepted = decision.state === 'accepted' ? decision : undefined;
  const at = by.at.toISOString();
  await trx('findings')
    .where('id', finding.id)
    .update({
      state: decision.state,
      changed_at: at,
      reason: accepted?.reason ?? null,
      accepted_by: accepted ? by.actor : null,
      accepted_until: accepted?.until ?? null,
      version: finding.version + 1,
    });
  await appendFindingHistory(trx, [
    {
      findingId: finding.id,
      at,
      actor: by.actor,
      state: decision.state,
      reason: decision.reason,
      until: accepted?.until ?? null,
    },
  ]);
}
