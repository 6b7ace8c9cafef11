import type { Knex } from 'knex';
import { distinctValuesSql } from './distinctValues';
import { rowsOf } from './rowsOf';

/** Owners and services that the catalog lacks, in order of the refs. */
export interface AbsentRefs {
  owners: string[];
  services: string[];
}

/**
 * Owners and services that records name and the catalog lacks, in the whole
 * register and whoever may see them.
 */
export async function readAbsentRefs(knex: Knex): Promise<AbsentRefs> {
  const absent = (what: keyof AbsentRefs, table: string, column: string) =>
    `select '${what}' as what, ref from (
      with ${distinctValuesSql(table, column)}
      select value as ref from found
      where not exists (select 1 from nodes where nodes.ref = found.value)
    ) ${what}`;
  const rows = rowsOf(
    await knex.raw(
      `${absent('owners', 'records', 'owner_ref')}
      union all
      ${absent('services', 'record_services', 'service_ref')}
      order by ref`,
    ),
  );
  const refs: AbsentRefs = { owners: [], services: [] };
  for (const row of rows) {
    if (typeof row === 'object' && row !== null && 'ref' in row) {
      const isOwner = 'what' in row && row.what === 'owners';
      (isOwner ? refs.owners : refs.services).push(String(row.ref));
    }
  }
  return refs;
}
