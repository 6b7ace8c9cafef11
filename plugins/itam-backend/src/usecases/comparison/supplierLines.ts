import type {
  CostComparison,
  RecordDifference,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { NONE } from '../../stores/queries/costSums';
import { readVendorsOf } from '../../stores/queries/vendorsOf';
import { readSupplierTitles } from '../../stores/suppliers/supplierTitles';
import { OTHER } from '../costs/figureGroups';
import { amountsOf, MAX_DIFFERENCE_LINES, together } from './differenceLines';

type DifferenceLine = CostComparison['lines'][number];

/**
 * What each supplier costs in either period and what makes the difference, the
 * largest difference first; names of suppliers are shown to whoever may see
 * the cost, as in `GET /costs`.
 *
 * @param records - All records with a cost in one of the periods
 * @param currency - ISO 4217 code of the amounts
 */
export async function supplierLines(
  knex: Knex,
  records: readonly RecordDifference[],
  currency: string,
): Promise<DifferenceLine[]> {
  const vendors = await readVendorsOf(
    knex,
    records.map(({ key }) => key),
  );
  const bySupplier = new Map<string, RecordDifference[]>();
  for (const record of records) {
    const vendor = vendors.get(record.key) ?? NONE;
    const parts = bySupplier.get(vendor) ?? [];
    bySupplier.set(vendor, parts);
    parts.push(record);
  }
  const differences = [...bySupplier]
    .map(([key, parts]) => together(key, parts))
    .filter(
      ({ baseMinor, currentMinor }) => baseMinor !== 0n || currentMinor !== 0n,
    )
    .sort(byDifference);
  const shown = differences.slice(0, MAX_DIFFERENCE_LINES);
  const rest = differences.slice(MAX_DIFFERENCE_LINES);
  const titles = await readSupplierTitles(
    knex,
    shown.map(({ key }) => key),
  );
  return [
    ...shown.map(difference => ({
      key: difference.key,
      title:
        difference.key === NONE
          ? 'Without supplier'
          : titles.get(difference.key) ?? difference.key,
      ...amountsOf(difference, currency),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            key: OTHER,
            title: 'Other',
            ...amountsOf(together(OTHER, rest), currency),
          },
        ]),
  ];
}

function byDifference(a: RecordDifference, b: RecordDifference): number {
  const [x, y] = [size(a.differenceMinor), size(b.differenceMinor)];
  if (x !== y) {
    return x > y ? -1 : 1;
  }
  return a.key < b.key ? -1 : 1;
}

function size(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}
