import type { Knex } from 'knex';
import { textList } from '../../database/idList';

/** A live record that a discovered name may stand for. */
export interface Candidate {
  /** What it offers: `product:…` or `supplier:…`, normalised. */
  key: string;
  ref: string;
  kind: string;
  vendor: string | null;
  /** Publisher of a licence, manufacturer of a software record. */
  publisher: string | null;
}

/** The live records that offer one of these names. */
export async function readCandidates(
  database: Knex,
  keys: readonly string[],
): Promise<Candidate[]> {
  return await database('policy_keys')
    .join('records', 'records.id', 'policy_keys.record_id')
    .where('policy_keys.role', 'gives')
    .whereIn('policy_keys.key', textList(database, keys))
    .whereNull('records.retired_at')
    .orderBy('records.ref')
    .select(
      'policy_keys.key as key',
      'records.ref as ref',
      'records.kind as kind',
      'records.vendor as vendor',
      'records.manufacturer as publisher',
    );
}
