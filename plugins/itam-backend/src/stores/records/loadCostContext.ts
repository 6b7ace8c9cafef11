import type {
  CostContext,
  CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { byCodeUnit } from '../../database/text';
import { readStoredRecords, type StoredRecord } from './storedRecord';

const REFS_PER_STATEMENT = 300;

/**
 * Records with everything their costs depend on.
 */
export interface LoadedCostContext extends CostContext {
  /** The stored record, among those loaded. */
  stored(ref: string): StoredRecord | undefined;
}

/**
 * Loads records and, step by step, what their costs depend on: contracts of
 * licences, licences of contracts, what contracts cover, and what assets are
 * part of.
 */
export async function loadCostContext(
  database: Knex,
  refs: Iterable<string>,
): Promise<LoadedCostContext> {
  const loaded = new Map<string, StoredRecord>();
  const asked = new Set(refs);
  let level = [...asked];
  while (level.length > 0) {
    const found = await readStoredRecords(database, level);
    const next: string[] = [];
    const ask = (ref: string | undefined) => {
      if (ref !== undefined && !asked.has(ref)) {
        asked.add(ref);
        next.push(ref);
      }
    };
    for (const [ref, stored] of found) {
      loaded.set(ref, stored);
      mentionsOf(stored.record).forEach(ask);
    }
    const contracts = [...found.values()]
      .filter(({ record }) => record.kind === 'Contract')
      .map(({ record }) => record.ref);
    (await licensesNaming(database, contracts)).forEach(ask);
    level = next;
  }
  return contextOf(loaded);
}

function contextOf(loaded: Map<string, StoredRecord>): LoadedCostContext {
  const licenses = new Map<string, CostRecord[]>();
  for (const { record } of [...loaded.values()].sort((a, b) =>
    byCodeUnit(a.record.ref, b.record.ref),
  )) {
    const contract =
      record.kind === 'License' ? record.spec.contract : undefined;
    if (contract !== undefined) {
      licenses.set(contract, [...(licenses.get(contract) ?? []), record]);
    }
  }
  return {
    stored: ref => loaded.get(ref),
    record: ref => loaded.get(ref)?.record,
    licensesOf: contractRef => licenses.get(contractRef) ?? [],
  };
}

/**
 * Refs of the records that the costs of a record are computed with, as it
 * names them, on any date.
 */
export function mentionsOf(record: CostRecord): string[] {
  const refs = new Set(
    record.covers.flatMap(({ value }) => value.map(cover => cover.ref)),
  );
  if (record.kind === 'License' && record.spec.contract !== undefined) {
    refs.add(record.spec.contract);
  }
  if (record.kind === 'Asset' && record.spec.partOf !== undefined) {
    refs.add(record.spec.partOf);
  }
  return [...refs];
}

async function licensesNaming(
  database: Knex,
  contracts: string[],
): Promise<string[]> {
  const refs: string[] = [];
  for (const batch of batchesOf(contracts, REFS_PER_STATEMENT)) {
    const rows: { ref: string }[] = await database('records')
      .whereIn('contract_ref', batch)
      .select('ref');
    refs.push(...rows.map(row => row.ref));
  }
  return refs;
}
