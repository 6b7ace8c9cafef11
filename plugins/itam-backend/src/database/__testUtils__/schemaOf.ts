import type { Knex } from 'knex';
import { isPostgres } from '../engine';

/** The schema of a database, to be compared. */
export async function schemaOf(database: Knex): Promise<unknown> {
  if (isPostgres(database)) {
    const columns = await database('information_schema.columns')
      .select('table_name', 'column_name', 'data_type', 'is_nullable')
      .where('table_schema', 'public')
      .orderBy(['table_name', 'column_name']);
    const indexes = await database('pg_indexes')
      .select('indexname', 'indexdef')
      .where('schemaname', 'public')
      .orderBy('indexname');
    const triggers = await database('information_schema.triggers')
      .select('trigger_name', 'event_manipulation')
      .orderBy(['trigger_name', 'event_manipulation']);
    return { columns, indexes, triggers };
  }
  const parts: { type: string; name: string; sql: string | null }[] =
    await database('sqlite_master')
      .select('type', 'name', 'sql')
      .whereNot('name', 'like', 'sqlite_%')
      .orderBy(['type', 'name']);
  return parts.map(part => ({ ...part, sql: part.sql && plainSql(part.sql) }));
}

/** A table that was rebuilt has the same columns in another spelling. */
function plainSql(sql: string): string {
  return sql
    .replace(/["`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([(),]) ?/g, '$1')
    .toLocaleLowerCase('en');
}
