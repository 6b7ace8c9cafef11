import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';

const SLUGS_PER_STATEMENT = 500;

/** What a supplier is called. */
export interface SupplierTitle {
  /** Slug that records name it by. */
  vendor: string;
  title: string;
}

/** What suppliers are called, by slug; without those nobody gave a title. */
export async function readSupplierTitles(
  knex: Knex,
  vendors: readonly string[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const batch of batchesOf([...new Set(vendors)], SLUGS_PER_STATEMENT)) {
    const rows: SupplierTitle[] = await knex('supplier_titles')
      .whereIn('vendor', batch)
      .select('vendor', 'title');
    rows.forEach(({ vendor, title }) => titles.set(vendor, title));
  }
  return titles;
}

/** Whether a record that may be read is from the supplier. */
export async function isSupplierReadable(
  knex: Knex,
  vendor: string,
  { access, today }: { access: Access; today: string },
): Promise<boolean> {
  const records: Knex.QueryBuilder = knex('records').where({ vendor });
  whereReadable(records, access, today);
  return (await records.first('records.id')) !== undefined;
}

/** Calls a supplier something, whether it was called otherwise before or not. */
export async function writeSupplierTitle(
  knex: Knex,
  { vendor, title }: SupplierTitle,
  who: { actor: string; at: Date },
): Promise<void> {
  await knex('supplier_titles')
    .insert({
      vendor,
      title,
      title_lower: title.toLocaleLowerCase('en-US'),
      set_at: who.at.toISOString(),
      set_by: who.actor,
    })
    .onConflict('vendor')
    .merge();
}

/** Takes a title away; false when there was none. */
export async function deleteSupplierTitle(
  knex: Knex,
  vendor: string,
): Promise<boolean> {
  return (await knex('supplier_titles').where({ vendor }).delete()) > 0;
}
