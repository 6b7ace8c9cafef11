import type { Knex } from 'knex';
import { idList, textList } from '../../database/idList';
import { integerFromRow } from '../../database/bigints';
import { readStoredRecords, type StoredRecord } from '../records/storedRecord';

/**
 * The live contracts that cover each of these refs now; refs that none covers
 * are absent.
 */
export async function readCoveringContracts(
  database: Knex,
  refs: readonly string[],
): Promise<Map<string, StoredRecord[]>> {
  const rows: { target_ref: string; ref: string }[] = await database('covers')
    .join('records', 'records.id', 'covers.record_id')
    .whereIn('covers.target_ref', textList(database, refs))
    .whereNull('records.retired_at')
    .select('covers.target_ref as target_ref', 'records.ref as ref');
  const contracts = await readStoredRecords(
    database,
    new Set(rows.map(row => row.ref)),
  );
  const covering = new Map<string, StoredRecord[]>();
  for (const row of rows) {
    const contract = contracts.get(row.ref);
    if (contract) {
      covering.set(row.target_ref, [
        ...(covering.get(row.target_ref) ?? []),
        contract,
      ]);
    }
  }
  return covering;
}

/** What these contracts cover now, by id. */
export async function readCoveredRefs(
  database: Knex,
  ids: readonly number[],
): Promise<Map<number, string[]>> {
  const rows: { record_id: unknown; target_ref: string }[] = await database(
    'covers',
  )
    .whereIn('record_id', idList(database, ids))
    .select('record_id', 'target_ref');
  const covered = new Map<number, string[]>();
  for (const row of rows) {
    const id = integerFromRow(row.record_id);
    covered.set(id, [...(covered.get(id) ?? []), row.target_ref]);
  }
  return covered;
}

/** Of these refs, those that are live records or in the catalog. */
export async function readExistingRefs(
  database: Knex,
  refs: readonly string[],
): Promise<Set<string>> {
  const list = () => textList(database, refs);
  const records: { ref: string }[] = await database('records')
    .whereIn('ref', list())
    .whereNull('retired_at')
    .select('ref');
  const nodes: { ref: string }[] = await database('nodes')
    .whereIn('ref', list())
    .select('ref');
  return new Set([...records, ...nodes].map(row => row.ref));
}

/** The live contracts that are part of each of these, with charges of their own. */
export async function readPricedParts(
  database: Knex,
  refs: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { ref: string; part_of_ref: string }[] = await database('records')
    .where('kind', 'Contract')
    .whereIn('part_of_ref', textList(database, refs))
    .whereNull('retired_at')
    .orderBy('ref')
    .select('ref', 'part_of_ref');
  const parts = await readStoredRecords(
    database,
    rows.map(row => row.ref),
  );
  const priced = new Map<string, string[]>();
  for (const { ref, part_of_ref: whole } of rows) {
    if (hasCharges(parts.get(ref))) {
      priced.set(whole, [...(priced.get(whole) ?? []), ref]);
    }
  }
  return priced;
}

/** Of these contracts, those that have charges; refunds alone are none. */
export async function readChargedContracts(
  database: Knex,
  refs: readonly string[],
): Promise<Set<string>> {
  const contracts = await readStoredRecords(database, new Set(refs));
  return new Set(
    [...contracts].filter(([, one]) => hasCharges(one)).map(([ref]) => ref),
  );
}

function hasCharges(contract: StoredRecord | undefined): boolean {
  return (
    contract?.record.kind === 'Contract' &&
    contract.retiredAt === null &&
    (contract.record.spec.financials?.charges ?? []).some(
      ({ credit }) => credit !== true,
    )
  );
}
