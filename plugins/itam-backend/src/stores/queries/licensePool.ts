import type { Knex } from 'knex';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';

/** Licences of one product that the caller may read, letter case aside. */
export async function readPoolRefs(
  knex: Knex,
  product: string,
  access: Access,
  asOf: string,
): Promise<string[]> {
  const query = knex('records')
    .where('records.kind', 'License')
    .whereNull('records.retired_at')
    .whereRaw('lower(trim(records.product)) = ?', [
      product.trim().toLowerCase(),
    ]);
  whereReadable(query, access, asOf);
  const rows: { ref: string }[] = await query.select('records.ref');
  return rows.map(row => row.ref);
}
