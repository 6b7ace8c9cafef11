import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { batchesOf } from '../../database/batches';
import { isPostgres } from '../../database/engine';
import type { NodeCoverage } from './CoverageCounts';

const ROWS_PER_STATEMENT = 1_000;

const COUNTS = [
  'records',
  'priced',
  'early',
  'in_contract',
  'unresolved',
] as const;

/**
 * Adds counts to those stored, in the order given: always that of
 * `CoverageCounts.nonZero`, so that concurrent changes lock rows in one order.
 */
export async function addCoverage(
  trx: Knex.Transaction,
  counts: readonly NodeCoverage[],
): Promise<void> {
  const columns = ['node_key', 'basis', ...COUNTS];
  const values = columns
    .map((_, index) =>
      isPostgres(trx)
        ? `cast(row.value->>${index} as ${index < 2 ? 'text' : 'integer'})`
        : `json_extract(row.value, '$[${index}]')`,
    )
    .join(', ');
  const from = isPostgres(trx)
    ? `jsonb_array_elements(?::jsonb) with ordinality as row(value, position)
       order by row.position`
    : `json_each(?) as row where true`;
  for (const batch of batchesOf(counts, ROWS_PER_STATEMENT)) {
    await trx.raw(
      `insert into node_coverage (${columns.join(', ')})
       select ${values} from ${from}
       on conflict (node_key, basis) do update set ${COUNTS.map(
         column => `${column} = node_coverage.${column} + excluded.${column}`,
       ).join(', ')}`,
      [
        JSON.stringify(
          batch.map(one => [
            one.nodeKey,
            one.basis,
            one.records,
            one.priced,
            one.early,
            one.inContract,
            one.unresolved,
          ]),
        ),
      ],
    );
  }
}

/** A node on a basis. */
export type CoverageKey = Pick<NodeCoverage, 'nodeKey' | 'basis'>;

/**
 * The counts of nodes, by {@link coverageKeyText}; nodes behind which no
 * record stands are absent.
 */
export async function readNodeCoverage(
  database: Knex,
  keys: readonly CoverageKey[],
): Promise<Map<string, NodeCoverage>> {
  const found = new Map<string, NodeCoverage>();
  for (const batch of batchesOf(keys, ROWS_PER_STATEMENT / 4)) {
    const rows: CoverageRow[] = await database('node_coverage')
      .whereIn('node_key', [...new Set(batch.map(key => key.nodeKey))])
      .select();
    for (const row of rows) {
      const coverage = coverageFromRow(row);
      found.set(coverageKeyText(coverage), coverage);
    }
  }
  return found;
}

/** All counts that are not zero throughout, by {@link coverageKeyText}. */
export async function readAllCoverage(
  database: Knex,
): Promise<Map<string, NodeCoverage>> {
  const rows: CoverageRow[] = await database('node_coverage').select();
  return new Map(
    rows
      .map(coverageFromRow)
      .filter(one => one.records !== 0)
      .map(one => [coverageKeyText(one), one]),
  );
}

/** A node on a basis as one text. */
export function coverageKeyText({ nodeKey, basis }: CoverageKey): string {
  return `${nodeKey}\u0000${basis}`;
}

interface CoverageRow extends Record<(typeof COUNTS)[number], unknown> {
  node_key: string;
  basis: string;
}

function coverageFromRow(row: CoverageRow): NodeCoverage {
  return {
    nodeKey: row.node_key,
    basis: row.basis === 'used' ? 'used' : 'owned',
    records: integerFromRow(row.records),
    priced: integerFromRow(row.priced),
    early: integerFromRow(row.early),
    inContract: integerFromRow(row.in_contract),
    unresolved: integerFromRow(row.unresolved),
  };
}

/** How many live records a node owns. */
export async function readRecordCount(
  database: Knex,
  nodeKey: string,
): Promise<number> {
  const row: { records: unknown } | undefined = await database('node_coverage')
    .where({ node_key: nodeKey, basis: 'owned' })
    .first('records');
  return row ? integerFromRow(row.records) : 0;
}
