import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/** Of these records, the ids of those that share an identifier with another. */
export interface DuplicateIdentifiers {
  tags: Set<number>;
  serials: Set<number>;
}

/**
 * Which of these records have the tag of another live record, or the serial
 * number and manufacturer of one.
 */
export async function readDuplicateIdentifiers(
  database: Knex,
  ids: readonly number[],
): Promise<DuplicateIdentifiers> {
  const sharing = async (columns: readonly string[]) => {
    const rows: { id: unknown }[] = await database('records as own')
      .whereIn('own.id', idList(database, ids))
      .whereExists(other => {
        other
          .select('other.id')
          .from('records as other')
          .whereNull('other.retired_at')
          .whereRaw('other.id <> own.id');
        columns.forEach(column =>
          other.whereRaw('?? = ??', [`other.${column}`, `own.${column}`]),
        );
      })
      .select('own.id as id');
    return new Set(rows.map(row => integerFromRow(row.id)));
  };
  return {
    tags: await sharing(['tag']),
    serials: await sharing(['serial_number', 'manufacturer']),
  };
}
