import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { assetsReplacedBy } from './replacements';

const REFS_PER_STATEMENT = 300;

/**
 * All records whose costs or services may change with one of the given ones,
 * those included: parts of an asset and what it is planned to replace,
 * licences of a contract and the contract of a licence, and contracts that
 * cover it, on any date.
 */
export async function recordsAffectedBy(
  database: Knex,
  refs: readonly string[],
): Promise<Set<string>> {
  const affected = new Set(refs);
  let level = [...affected];
  while (level.length > 0) {
    const next: string[] = [];
    for (const ref of await directlyAffected(database, level)) {
      if (!affected.has(ref)) {
        affected.add(ref);
        next.push(ref);
      }
    }
    level = next;
  }
  return affected;
}

async function directlyAffected(
  database: Knex,
  refs: string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const batch of batchesOf(refs, REFS_PER_STATEMENT)) {
    const mentioning: { ref: string }[] = await database('record_mentions')
      .join('records', 'records.id', 'record_mentions.record_id')
      .whereIn('record_mentions.target_ref', batch)
      .select('records.ref as ref');
    // A contract is distributed over the licences that name it.
    const contracts: { contract_ref: string }[] = await database('records')
      .whereIn('ref', batch)
      .whereNotNull('contract_ref')
      .select('contract_ref');
    found.push(
      ...mentioning.map(row => row.ref),
      ...contracts.map(row => row.contract_ref),
      ...(await assetsReplacedBy(database, batch)),
    );
  }
  return found;
}
