import { SourceError } from '@backstage-itam/plugin-itam-node';
import type { TableReader } from '../client/TableReader';

const TABLE = 'cmdb_rel_type';
/** Two types may have one name. */
const ROWS = 200;

/**
 * Ids of the relation types with these names, whatever their case.
 *
 * Throws SourceError, also for a name that no type has: it would find nothing
 * for ever.
 */
export async function relationTypeIds(
  reader: TableReader,
  names: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const { rows } = await reader.read(
    {
      table: TABLE,
      fields: ['name'],
      query: `nameIN${names.join(',')}`,
      limit: ROWS,
    },
    signal,
  );
  const wanted = new Map(names.map(name => [name.trim().toLowerCase(), name]));
  const missing = new Map(wanted);
  for (const { row } of rows) {
    const name = row.get('name')?.value.trim().toLowerCase() ?? '';
    if (!wanted.has(name)) {
      throw new SourceError(
        `${TABLE}: rows are not those asked for; was the query ignored?`,
        'answer',
      );
    }
    missing.delete(name);
  }
  if (missing.size > 0) {
    throw new SourceError(
      `${TABLE}: the instance shows us no relation type ${[
        ...missing.values(),
      ].join(', ')}; relations.types has the names as they are written there`,
      'answer',
    );
  }
  return new Set(rows.map(({ id }) => id));
}
