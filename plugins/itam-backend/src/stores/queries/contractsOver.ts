import type { Knex } from 'knex';

/**
 * Refs of the contracts whose cost falls to a record in part: those that cover
 * it on any date, and the one it names. Whoever may see the record's cost sees
 * all of it, so that permissions do not narrow them.
 */
export async function readContractsOver(
  knex: Knex,
  ref: string,
): Promise<string[]> {
  const rows: { ref: string }[] = await knex('record_mentions')
    .join('records', 'records.id', 'record_mentions.record_id')
    .where('record_mentions.target_ref', ref)
    .where('records.kind', 'Contract')
    .select('records.ref as ref')
    .union(
      knex('records as license')
        .join('records as contract', 'contract.ref', 'license.contract_ref')
        .where('license.ref', ref)
        .where('contract.kind', 'Contract')
        .select('contract.ref as ref'),
    );
  return rows.map(row => row.ref).sort();
}

/** Refs of the live contracts that are part of a contract. */
export async function readContractsUnder(
  knex: Knex,
  ref: string,
): Promise<string[]> {
  const rows: { ref: string }[] = await knex('records')
    .where('part_of_ref', ref)
    .where('kind', 'Contract')
    .whereNull('retired_at')
    .orderBy('ref')
    .select('ref');
  return rows.map(row => row.ref);
}
