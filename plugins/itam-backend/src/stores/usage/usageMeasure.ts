import type { UsageMeasurement } from '@backstage-itam/plugin-itam-common';

/** A measurement as it is stored. */
export interface UsageMeasure {
  kind: UsageMeasurement['kind'];
  /** ISO calendar date. */
  date: string;
  /** Ref of the holder; empty for peaks and units. */
  holderRef: string;
  /** Decimal text with at most three decimals; null for seats. */
  quantity: string | null;
}

const KINDS: readonly UsageMeasure['kind'][] = ['seat', 'peak', 'units'];

/** A row of `usage_measures`. */
export interface UsageRow {
  kind: string;
  date: string;
  holder_ref: string;
  quantity: string | null;
}

/** The columns of {@link UsageRow}. */
export const usageColumns = ['kind', 'date', 'holder_ref', 'quantity'];

/** Throws when the kind is none the register knows. */
export function usageFromRow(row: UsageRow): UsageMeasure {
  const kind = KINDS.find(known => known === row.kind);
  if (!kind) {
    throw new Error('A measurement of unknown kind is stored');
  }
  return {
    kind,
    date: row.date,
    holderRef: row.holder_ref,
    quantity: row.quantity,
  };
}
