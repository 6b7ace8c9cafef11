import {
  replacedRefOf,
  type CostContext,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { byCodeUnit } from '../../database/text';
import { assetsReplacing } from './replacements';
import { readStoredRecords, type StoredRecord } from './storedRecord';

const REFS_PER_STATEMENT = 300;

/**
 * Records with everything their costs depend on.
 */
export interface LoadedCostContext extends CostContext {
  /** The stored record, among those loaded. */
  stored(ref: string): StoredRecord | undefined;
  /** Refs it was made of, those of records there are not (yet) included. */
  looksAt: ReadonlySet<string>;
}

/**
 * Loads records and, step by step, what their costs depend on: contracts of
 * licences, licences of contracts, what contracts cover, what assets are part
 * of, and what is planned in their place.
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
    const ageing = [...found.values()]
      .filter(
        ({ record }) =>
          record.kind === 'Asset' && record.spec.endOfLife !== undefined,
      )
      .map(({ record }) => record.ref);
    (await assetsReplacing(database, ageing)).forEach(ask);
    level = next;
  }
  return contextOf(loaded, asked);
}

function contextOf(
  loaded: Map<string, StoredRecord>,
  looksAt: ReadonlySet<string>,
): LoadedCostContext {
  const licenses = new Map<string, CostRecord[]>();
  const replacements = new Map<string, CostRecord[]>();
  for (const { record } of [...loaded.values()].sort((a, b) =>
    byCodeUnit(a.record.ref, b.record.ref),
  )) {
    const contract =
      record.kind === 'License' ? record.spec.contract : undefined;
    if (contract !== undefined) {
      licenses.set(contract, [...(licenses.get(contract) ?? []), record]);
    }
    const replaced = replacedRefOf(record);
    if (replaced !== undefined) {
      replacements.set(replaced, [
        ...(replacements.get(replaced) ?? []),
        record,
      ]);
    }
  }
  return {
    looksAt,
    stored: ref => loaded.get(ref),
    record: ref => loaded.get(ref)?.record,
    licensesOf: contractRef => licenses.get(contractRef) ?? [],
    replacedBy: assetRef => replacements.get(assetRef) ?? [],
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
  const replaced = replacedRefOf(record);
  if (replaced !== undefined) {
    refs.add(replaced);
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
