import type { Knex } from 'knex';

const REFS_AT_A_TIME = 500;

/** The suppliers of records by their refs; those without one are left out. */
export async function readVendorsOf(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const vendors = new Map<string, string>();
  for (let at = 0; at < refs.length; at += REFS_AT_A_TIME) {
    const rows: { ref: string; vendor: string }[] = await knex('records')
      .whereIn('ref', refs.slice(at, at + REFS_AT_A_TIME))
      .whereNotNull('vendor')
      .select('ref', 'vendor');
    for (const { ref, vendor } of rows) {
      vendors.set(ref, vendor);
    }
  }
  return vendors;
}
