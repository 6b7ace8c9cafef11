import type { Knex } from 'knex';
import { countedColumns, type RecordCount } from './countRecordsBy';
import { matching, type RecordListQuery } from './listRecords';

/** A field of the records themselves. */
export type CountedField = keyof typeof countedColumns;

/**
 * Counts the records of a list by two fields: those of each value of the
 * second, by the values of the first.
 */
export async function countRecordsAcross(
  knex: Knex,
  query: Pick<RecordListQuery, 'access' | 'asOf' | 'filters'>,
  by: CountedField,
  across: CountedField,
): Promise<Map<string | null, RecordCount[]>> {
  const rows: {
    value: string | null;
    across: string | null;
    counted: number | string;
  }[] = await matching(knex, query)
    .groupBy(countedColumns[by], countedColumns[across])
    .select({
      value: countedColumns[by],
      across: countedColumns[across],
      counted: knex.raw('count(*)'),
    })
    .orderBy([{ column: 'counted', order: 'desc' }, { column: 'across' }]);
  const counts = new Map<string | null, RecordCount[]>();
  for (const row of rows) {
    const ofValue = counts.get(row.value) ?? [];
    ofValue.push({ value: row.across, records: Number(row.counted) });
    counts.set(row.value, ofValue);
  }
  return counts;
}
