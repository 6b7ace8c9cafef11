import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';

/** An identifier of a record that another living one has. */
export interface TakenIdentifier {
  field: 'tag' | 'serialNumber';
  /** Ref of who has it. */
  holder: string;
}

/**
 * The tag of an asset, or its serial number of the same manufacturer, where
 * another living record has it.
 */
export async function findTakenIdentifier(
  database: Knex,
  record: CostRecord,
): Promise<TakenIdentifier | undefined> {
  if (record.kind !== 'Asset') {
    return undefined;
  }
  const { tag, serialNumber, manufacturer } = record.spec;
  const bySerial = serialNumber !== undefined && manufacturer !== undefined;
  if (tag === undefined && !bySerial) {
    return undefined;
  }
  const others = await database<{
    ref: string;
    tag: string | null;
    retired_at: string | null;
  }>('records')
    .whereNot('ref', record.ref)
    .whereNull('retired_at')
    .where(same => {
      if (tag !== undefined) {
        same.orWhere('tag', tag);
      }
      if (bySerial) {
        same.orWhere(both =>
          both
            .where('serial_number', serialNumber)
            .where('manufacturer', manufacturer),
        );
      }
    })
    .orderBy('ref')
    .select('ref', 'tag');
  const sameTag = others.find(other => tag !== undefined && other.tag === tag);
  const holder = sameTag ?? others.at(0);
  return (
    holder && {
      field: holder === sameTag ? 'tag' : 'serialNumber',
      holder: holder.ref,
    }
  );
}

/**
 * The refs of the cycle in which a record would be part of itself, each once,
 * in order.
 *
 * @param pending - What records are part of that are about to be written
 */
export async function findPartOfCycle(
  database: Knex,
  record: CostRecord,
  pending: ReadonlyMap<string, string | null> = new Map(),
): Promise<string[] | undefined> {
  const partOf = record.kind === 'License' ? undefined : record.spec.partOf;
  if (partOf === undefined) {
    return undefined;
  }
  const path = [record.ref];
  let current: string | null = partOf;
  while (current !== null && !path.includes(current)) {
    path.push(current);
    const known: string | null | undefined = pending.get(current);
    if (known !== undefined) {
      current = known;
      continue;
    }
    const row: { part_of_ref: string | null } | undefined = await database(
      'records',
    )
      .where('ref', current)
      .first('part_of_ref');
    current = row?.part_of_ref ?? null;
  }
  return current === record.ref ? path : undefined;
}
