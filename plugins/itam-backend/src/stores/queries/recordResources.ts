import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import type { ItamRecordResource } from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { loadGroupAncestors } from './ancestors';

/** Refs per statement; below the parameter limits of both engines. */
const REFS_PER_STATEMENT = 400;

interface ResourceRow {
  id: number;
  ref: string;
  kind: ItamKind;
  class: string | null;
  cost_center: string | null;
  owner_ref: string | null;
  assignee_ref: string | null;
}

/**
 * Loads what the permission rules need to know of records; unknown refs are
 * absent from the answer.
 *
 * @param asOf - ISO calendar date on which seats are held
 * @param options.holders - False where no rule asks who holds seats: a licence
 *   may have thousands
 */
export async function loadRecordResources(
  knex: Knex,
  refs: readonly string[],
  asOf: string,
  options: { holders: boolean } = { holders: true },
): Promise<Map<string, ItamRecordResource>> {
  const records: ResourceRow[] = [];
  const holders = new Map<number, string[]>();
  const serviceOwners = new Map<number, string[]>();

  for (const batch of batchesOf([...new Set(refs)], REFS_PER_STATEMENT)) {
    const rows: ResourceRow[] = await knex('records')
      .whereIn('ref', batch)
      .select(
        'id',
        'ref',
        'kind',
        'class',
        'cost_center',
        'owner_ref',
        'assignee_ref',
      );
    records.push(...rows);
    const ids = rows.map(row => row.id);
    const seats = options.holders ? await readSeats(knex, ids, asOf) : [];
    for (const seat of seats) {
      append(holders, seat.record_id, seat.to_ref);
    }
    const owners: { record_id: number; owner_ref: string }[] = await knex(
      'record_services',
    )
      .join('nodes', 'nodes.ref', 'record_services.service_ref')
      .whereIn('record_services.record_id', ids)
      .whereNotNull('nodes.owner_ref')
      .distinct('record_services.record_id', 'nodes.owner_ref');
    for (const owner of owners) {
      append(serviceOwners, owner.record_id, owner.owner_ref);
    }
  }

  for (const row of records) {
    if (row.assignee_ref !== null) {
      append(holders, row.id, row.assignee_ref);
    }
  }
  const named = new Set<string>();
  for (const row of records) {
    if (row.owner_ref !== null) {
      named.add(row.owner_ref);
    }
  }
  for (const list of [...holders.values(), ...serviceOwners.values()]) {
    list.forEach(ref => named.add(ref));
  }
  const ancestors = await loadGroupAncestors(knex, [...named]);
  const withAncestors = (list: readonly string[]) => [
    ...new Set(list.flatMap(ref => ancestors.get(ref) ?? [ref])),
  ];

  return new Map(
    records.map(row => [
      row.ref,
      {
        ref: row.ref,
        kind: row.kind,
        class: row.class,
        costCenter: row.cost_center,
        ownerRefs: withAncestors(row.owner_ref === null ? [] : [row.owner_ref]),
        holderRefs: withAncestors(holders.get(row.id) ?? []),
        serviceOwnerRefs: withAncestors(serviceOwners.get(row.id) ?? []),
      },
    ]),
  );
}

async function readSeats(
  knex: Knex,
  recordIds: readonly number[],
  asOf: string,
): Promise<{ record_id: number; to_ref: string }[]> {
  return await knex('assignments')
    .whereIn('record_id', recordIds)
    .where(from => from.whereNull('from_date').orWhere('from_date', '<=', asOf))
    .where(until =>
      until.whereNull('until_date').orWhere('until_date', '>=', asOf),
    )
    .select('record_id', 'to_ref');
}

function append(
  lists: Map<number, string[]>,
  key: number,
  value: string,
): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
