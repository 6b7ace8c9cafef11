import type {
  ColumnType,
  WriteOptions,
} from '../../parquet/__testUtils__/parquetOf';
import { parquetOf } from '../../parquet/__testUtils__/parquetOf';
import { billCells, BILL_HEADER, type BillRow } from './cloudBills';

/** Types of the columns of a bill; others are text. */
export type BillTypes = Partial<
  Record<(typeof BILL_HEADER)[number], ColumnType>
>;

const USUAL: BillTypes = {
  BilledCost: 'decimal',
  EffectiveCost: 'decimal',
  BillingPeriodStart: 'micros',
  BillingPeriodEnd: 'micros',
  ChargePeriodStart: 'millis',
  ChargePeriodEnd: 'millis',
};

/** The same file as `billOf` writes, as Parquet. */
export function parquetBillOf(
  rows: readonly BillRow[],
  types: BillTypes = {},
  options: WriteOptions & { without?: string } = {},
): Buffer {
  const { without, ...how } = options;
  const kept = BILL_HEADER.map((name, at) => ({ name, at })).filter(
    ({ name }) => name !== without,
  );
  return parquetOf(
    kept.map(({ name }) => ({
      name,
      type: types[name] ?? USUAL[name] ?? 'text',
    })),
    rows.map(row => {
      const cells = billCells(row);
      return kept.map(({ at }) => cells[at]);
    }),
    how,
  );
}
