import type { Knex } from 'knex';

/** How the database answers a statement, as it tells that itself. */
export async function explain(
  knex: Knex,
  { sql, values }: { sql: string; values: readonly Knex.Value[] },
): Promise<string> {
  const isPostgres = knex.client.config.client === 'pg';
  const prefix = isPostgres
    ? 'explain (analyze, costs off, timing off, summary off)'
    : 'explain query plan';
  const answer = await knex.raw(`${prefix} ${sql}`, [...values]);
  const rows: Record<string, unknown>[] = isPostgres ? answer.rows : answer;
  return isPostgres
    ? rows.map(row => row['QUERY PLAN']).join('\n')
    : sqliteTree(rows);
}

/** Steps indented below those they belong to. */
function sqliteTree(rows: readonly Record<string, unknown>[]): string {
  const depths = new Map<unknown, number>();
  return rows
    .map(({ id, parent, detail }) => {
      const depth = (depths.get(parent) ?? -1) + 1;
      depths.set(id, depth);
      return `${'  '.repeat(depth)}${detail}`;
    })
    .join('\n');
}
