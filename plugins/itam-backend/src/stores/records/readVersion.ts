import { RecordNotFoundError } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/**
 * The version a record has now; retired ones too.
 *
 * Throws RecordNotFoundError when there is none.
 */
export async function readVersion(
  database: Knex,
  ref: string,
): Promise<number> {
  const row: { version: unknown } | undefined = await database('records')
    .where({ ref })
    .first('version');
  if (!row) {
    throw new RecordNotFoundError({ ref });
  }
  return integerFromRow(row.version);
}
