import type { Ratio } from '../values';

/**
 * What a record cost a node in a period, in one currency, with what it takes
 * to explain how that differs from another period.
 *
 * All amounts in minor units of `currency`, unless said otherwise.
 * @public
 */
export interface ComparedLine {
  /** Full ref of the record. */
  key: string;
  /** ISO 4217 code of the cost. */
  currency: string;
  /** What the record cost the node. */
  minor: bigint;
  /** What the record cost everybody in the same months. */
  wholeMinor: bigint;
  /**
   * Σ over the months of the units paid for, see
   * {@link quantityUnitMonths}; null for what is not priced by the unit.
   */
  quantity: Ratio | null;
  /** The part of `minor` that corrects closed months. */
  adjustmentMinor: bigint;
  /**
   * The part of `minor` that follows a schedule: depreciation, impairments,
   * results of disposals, purchases, single charges.
   */
  scheduleMinor: bigint;
  /**
   * `minor` in minor units of the reporting currency, converted month by
   * month; null when a rate is missing.
   */
  convertedMinor: bigint | null;
}

/**
 * What makes a cost differ.
 * @public
 */
export type DifferenceCause =
  | 'new'
  | 'ended'
  | 'price'
  | 'quantity'
  | 'share'
  | 'schedule'
  | 'rate'
  | 'adjustment';

/**
 * The causes in the order in which effects are listed.
 * @public
 */
export const DIFFERENCE_CAUSES: readonly DifferenceCause[] = [
  'new',
  'ended',
  'price',
  'quantity',
  'share',
  'schedule',
  'rate',
  'adjustment',
];
