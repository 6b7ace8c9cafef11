import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { isPostgres } from '../../database/engine';
import { textList } from '../../database/idList';
import { textsOf } from '../policies/discoveryFacts';

/** A discovered product that is matched to licences. */
export interface LicensedItem {
  id: number;
  /** Refs of all licences it is matched to. */
  licenses: string[];
}

/** The discovered products that are matched to one of these licences. */
export async function readLicensedItems(
  database: Knex,
  refs: readonly string[],
): Promise<LicensedItem[]> {
  if (refs.length === 0) {
    return [];
  }
  const each = isPostgres(database)
    ? 'jsonb_array_elements_text(cast(item.matches as jsonb)) as matched(value)'
    : 'json_each(item.matches) as matched';
  const rows: { id: unknown; matches: string }[] = await database(
    'discovered_items as item',
  )
    .where({ kind: 'software', state: 'matched' })
    .whereExists(
      database
        .from(database.raw(each))
        .whereIn('matched.value', textList(database, refs))
        .select(database.raw('1')),
    )
    .orderBy('item.id')
    .select('item.id as id', 'item.matches as matches');
  return rows.map(row => ({
    id: integerFromRow(row.id),
    licenses: textsOf(row.matches).filter(ref => ref.startsWith('license:')),
  }));
}
