import type {
  AssetClass,
  DepreciationConvention,
  DepreciationMethod,
  DepreciationSpec,
} from '../entities/types';
import type { Accrual, Money, MonthIndex, PlainDate } from '../values';

/**
 * What a portal decides once about depreciation.
 * @public
 */
export interface DepreciationOptions {
  /** The rule of a class for records that name none. */
  defaultDepreciation?: Partial<Record<AssetClass, DepreciationSpec>>;
  /**
   * Records that name no rule and cost less are expensed at once; at most one
   * entry per currency, other currencies have no threshold.
   */
  capitalisationThresholds?: readonly Money[];
  /** First month of the fiscal year, 1 to 12; 1 when absent. */
  fiscalYearStartMonth?: number;
}

/**
 * Something that changes a depreciation from the first unit of its month.
 * @public
 */
export type DepreciationEvent =
  | {
      kind: 'improvement' | 'salvage' | 'impairment';
      month: MonthIndex;
      minor: bigint;
    }
  | { kind: 'life'; month: MonthIndex; months: number };

/**
 * A depreciation with everything resolved: amounts in one currency, defaults
 * applied.
 * @public
 */
export interface DepreciationRule {
  /** ISO 4217 code of all amounts. */
  currency: string;
  /** What was paid, in minor units. */
  costMinor: bigint;
  /** What is to be left at the end of the life, in minor units. */
  salvageMinor: bigint;
  /** How the cost spreads over the life. */
  method: DepreciationMethod;
  /** What the first and the last period count. */
  convention: DepreciationConvention;
  /** Life in months, at least 1. */
  lifeMonths: number;
  /** Declining balance: multiple of the straight-line rate, at its decimals. */
  factor: number;
  /** First day of use. */
  inService: PlainDate;
  /** In order of month; those of one month in the order written. */
  events: DepreciationEvent[];
  /** Day of the disposal; null while there is none. */
  disposedOn: PlainDate | null;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStartMonth: number;
}

/**
 * The result of a rule over its whole life, past and future.
 *
 * Σ depreciation + Σ impairments + bookMinor = cost + Σ improvements.
 * @public
 */
export interface Depreciation {
  /** What the asset loses by use, month by month. */
  depreciation: Accrual[];
  /** Losses booked at once, in minor units. */
  impairments: { month: MonthIndex; minor: bigint }[];
  /** Additions to the value, in minor units. */
  improvements: { month: MonthIndex; minor: bigint }[];
  /** Book value when the life, or the ownership, has ended. */
  bookMinor: bigint;
}
