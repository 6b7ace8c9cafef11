import type { DepreciationOptions } from '../depreciation';
import type { MonthIndex, PlainDate } from '../values';

/**
 * What the segments of a record depend on besides the record.
 * @public
 */
export interface CostOptions extends DepreciationOptions {
  /**
   * First month not computed. Charges and contracts without an end run up to
   * it; moving it never changes an amount before it.
   */
  horizonMonth: MonthIndex;
  /** The date on which contracts have rolled into their current term. */
  asOf: PlainDate;
  /**
   * Adds the automatic renewals after the current term: the next one as
   * `committed` once notice is too late, all others as `forecast`.
   */
  renewals?: boolean;
  /**
   * Adds the expected replacement of assets at their end of life, as an
   * estimated `forecast`.
   */
  replacements?: boolean;
}
