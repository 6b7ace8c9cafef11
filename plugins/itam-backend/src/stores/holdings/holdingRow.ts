import { integerFromRow } from '../../database/bigints';

/** Somebody who holds or held an asset, or pieces of a stock. */
export interface Holding {
  id: number;
  to: string;
  /** Pieces; 1 for a single asset. */
  quantity: number;
  /** ISO calendar date, inclusive. */
  from: string;
  /** ISO calendar date, inclusive; null while it is held. */
  until: string | null;
  dueBack: string | null;
  note: string | null;
  assignedBy: string | null;
  returnedBy: string | null;
}

/** A row of `holdings` as selected by {@link holdingColumns}. */
export interface HoldingRow {
  id: unknown;
  to_ref: string;
  quantity: unknown;
  from_date: string;
  until_date: string | null;
  due_back: string | null;
  note: string | null;
  assigned_by: string | null;
  returned_by: string | null;
}

/** Names of the columns of {@link HoldingRow}. */
export const holdingColumns = [
  'id',
  'to_ref',
  'quantity',
  'from_date',
  'until_date',
  'due_back',
  'note',
  'assigned_by',
  'returned_by',
];

/** Reads a row. */
export function holdingFromRow(row: HoldingRow): Holding {
  return {
    id: integerFromRow(row.id),
    to: row.to_ref,
    quantity: integerFromRow(row.quantity),
    from: row.from_date,
    until: row.until_date,
    dueBack: row.due_back,
    note: row.note,
    assignedBy: row.assigned_by,
    returnedBy: row.returned_by,
  };
}
