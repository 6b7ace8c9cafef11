import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import { textList } from '../../database/idList';
import type { ListCounts } from './sightings';

/** Rows per statement; below the parameter limits of both engines. */
const ROWS_PER_STATEMENT = 80;

/** Money spent, as a list says. */
export interface SpendLine {
  itemId: number;
  /** What identifies it from list to list. */
  lineKey: string;
  /** ISO calendar date. */
  date: string;
  /** Empty where none was listed. */
  text: string;
  minor: bigint;
  currency: string;
  costCenter: string | null;
  source: string;
}

interface Row {
  item_id: unknown;
  line_key: string;
  date: string;
  text: string;
  amount_minor: unknown;
  currency: string;
  cost_center: string | null;
  source: string;
}

function columns(database: Knex) {
  return [
    'item_id',
    'line_key',
    'date',
    'text',
    database.raw('cast(amount_minor as text) as amount_minor'),
    'currency',
    'cost_center',
    'source',
  ];
}

/**
 * Stores lines of spend; one with the same key replaces the former. Each key
 * may occur once. Returns the counts and the items that lost lines to others.
 */
export async function writeSpendLines(
  trx: Knex.Transaction,
  lines: readonly SpendLine[],
  at: Date,
): Promise<ListCounts & { leftItems: number[] }> {
  const rows: Row[] = await trx('spend_lines')
    .whereIn(
      'line_key',
      textList(
        trx,
        lines.map(({ lineKey }) => lineKey),
      ),
    )
    .select(columns(trx));
  const former = new Map(rows.map(row => [row.line_key, lineFromRow(row)]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const leftItems: number[] = [];
  const written = lines.filter(line => {
    const before = former.get(line.lineKey);
    if (before && textOf(before) === textOf(line)) {
      counts.unchanged += 1;
      return false;
    }
    counts[before ? 'changed' : 'added'] += 1;
    if (before && before.itemId !== line.itemId) {
      leftItems.push(before.itemId);
    }
    return true;
  });
  for (const batch of batchesOf(written, ROWS_PER_STATEMENT)) {
    await trx('spend_lines')
      .insert(
        batch.map(line => ({
          item_id: line.itemId,
          line_key: line.lineKey,
          date: line.date,
          text: line.text,
          amount_minor: String(line.minor),
          currency: line.currency,
          cost_center: line.costCenter,
          source: line.source,
          recorded_at: at.toISOString(),
        })),
      )
      .onConflict('line_key')
      .merge();
  }
  return { ...counts, leftItems };
}

/** The newest lines of an item. */
export async function readSpendLines(
  database: Knex,
  itemId: number,
  limit: number,
): Promise<SpendLine[]> {
  const rows: Row[] = await database('spend_lines')
    .where('item_id', itemId)
    .orderBy([
      { column: 'date', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select(columns(database));
  return rows.map(lineFromRow);
}

function lineFromRow(row: Row): SpendLine {
  return {
    itemId: integerFromRow(row.item_id),
    lineKey: row.line_key,
    date: row.date,
    text: row.text,
    minor: bigintFromRow(row.amount_minor),
    currency: row.currency,
    costCenter: row.cost_center,
    source: row.source,
  };
}

function textOf(line: SpendLine): string {
  return JSON.stringify([
    line.itemId,
    line.date,
    line.text,
    String(line.minor),
    line.currency,
    line.costCenter,
  ]);
}
