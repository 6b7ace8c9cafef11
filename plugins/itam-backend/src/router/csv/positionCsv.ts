import type { LicensePool } from '@backstage-itam/plugin-itam-common';

type Cell = string | number | null | undefined;

const columns: [string, (pool: LicensePool) => Cell][] = [
  ['product', pool => pool.product],
  ['publisher', pool => pool.publisher],
  ['vendor', pool => pool.vendor],
  ['metric', pool => pool.metric],
  ['state', pool => pool.state],
  ['entitled', pool => pool.entitled],
  ['assigned', pool => pool.assigned],
  ['consumed', pool => pool.consumed],
  ['balance', pool => pool.balance],
  ['reclaimable', pool => pool.reclaimable],
  ['unused', pool => pool.unused],
  ['unitPricePerMonth', pool => pool.unitPricePerMonth?.amount],
  ['costPerSeatPerMonth', pool => pool.costPerSeatPerMonth?.amount],
  ['wastePerMonth', pool => pool.wastePerMonth?.amount],
  ['trueUp', pool => pool.trueUp?.amount],
  // All amounts of a pool follow from one price.
  ['currency', pool => (pool.unitPricePerMonth ?? pool.trueUp)?.currency],
  ['endsOn', pool => pool.endsOn],
  ['licenses', pool => pool.licenses.map(({ ref }) => ref).join(' ')],
  ['found', pool => pool.found],
];

/** The header of an export of licence positions. */
export const positionCsvHeader: readonly string[] = columns.map(
  ([name]) => name,
);

/** A pool as cells under {@link positionCsvHeader}; what is unknown is empty. */
export function positionCsvRow(pool: LicensePool): string[] {
  return columns.map(([, read]) => String(read(pool) ?? ''));
}
