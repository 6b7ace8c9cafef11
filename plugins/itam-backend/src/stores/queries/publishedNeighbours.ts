import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';

const REFS_PER_STATEMENT = 300;

/** Refs of the licences that name each of these contracts; no retired ones. */
export async function readLicensesUnder(
  database: Knex,
  contractRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const licenses = new Map<string, string[]>();
  for (const batch of batchesOf(contractRefs, REFS_PER_STATEMENT)) {
    const rows: { ref: string; contract_ref: string }[] = await database(
      'records',
    )
      .whereIn('contract_ref', batch)
      .where('kind', 'License')
      .whereNull('retired_at')
      .select('ref', 'contract_ref');
    for (const { ref, contract_ref: contract } of rows) {
      licenses.set(contract, [...(licenses.get(contract) ?? []), ref]);
    }
  }
  return licenses;
}

/**
 * Refs of the records whose publication may hang on that of the given ones:
 * licences under a contract or with a seat of an asset, contracts that cover a
 * record or under which a licence is.
 */
export async function refsPublishedThrough(
  database: Knex,
  refs: readonly string[],
): Promise<string[]> {
  const found = new Set<string>();
  for (const batch of batchesOf(refs, REFS_PER_STATEMENT)) {
    const licenses: { ref: string }[] = await database('records')
      .whereIn('contract_ref', batch)
      .select('ref');
    const contracts: { ref: string }[] = await database('records')
      .whereIn('ref', batch)
      .whereNotNull('contract_ref')
      .select({ ref: 'contract_ref' });
    const covering: { ref: string }[] = await database('record_mentions')
      .join('records', 'records.id', 'record_mentions.record_id')
      .whereIn('record_mentions.target_ref', batch)
      .where('records.kind', 'Contract')
      .select({ ref: 'records.ref' });
    const seated: { ref: string }[] = await database('assignments')
      .join('records', 'records.id', 'assignments.record_id')
      .whereIn('assignments.to_ref', batch)
      .distinct({ ref: 'records.ref' });
    for (const { ref } of [...licenses, ...contracts, ...covering, ...seated]) {
      found.add(ref);
    }
  }
  return [...found];
}
