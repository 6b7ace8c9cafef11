import type { Knex } from 'knex';
import { textList } from '../../database/idList';

/** What identifies records that may be there. */
export interface Identities {
  refs: readonly string[];
  tags: readonly string[];
  serialNumbers: readonly string[];
}

/** A record with what identifies it. */
export interface IdentifiedRecord {
  ref: string;
  tag: string | null;
  serialNumber: string | null;
  manufacturer: string | null;
  retired: boolean;
}

/** The records that have one of these refs, tags or serial numbers. */
export async function recordsByIdentity(
  database: Knex,
  { refs, tags, serialNumbers }: Identities,
): Promise<IdentifiedRecord[]> {
  const found = new Map<string, IdentifiedRecord>();
  const lists = [
    ['ref', refs],
    ['tag', tags],
    ['serial_number', serialNumbers],
  ] as const;
  for (const [column, values] of lists) {
    if (values.length === 0) {
      continue;
    }
    const rows: {
      ref: string;
      tag: string | null;
      serial_number: string | null;
      manufacturer: string | null;
      retired_at: string | null;
    }[] = await database('records')
      .whereIn(column, textList(database, values))
      .select('ref', 'tag', 'serial_number', 'manufacturer', 'retired_at');
    for (const row of rows) {
      found.set(row.ref, {
        ref: row.ref,
        tag: row.tag,
        serialNumber: row.serial_number,
        manufacturer: row.manufacturer,
        retired: row.retired_at !== null,
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** Of these refs, those that a living contract covers now. */
export async function coveredRefs(
  database: Knex,
  refs: readonly string[],
): Promise<Set<string>> {
  const rows: { target_ref: string }[] = await database('covers')
    .join('records', 'records.id', 'covers.record_id')
    .whereIn('covers.target_ref', textList(database, refs))
    .whereNull('records.retired_at')
    .distinct('covers.target_ref');
  return new Set(rows.map(row => row.target_ref));
}
