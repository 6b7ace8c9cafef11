import type {
  AssetSpec,
  ContractSpec,
  ItamKind,
  LicenseSpec,
} from '../entities/types';

/**
 * What a cost is, as shown to people.
 * @public
 */
export type CostCategory =
  | 'depreciation'
  | 'charge'
  | 'license'
  | 'contract'
  | 'servicing'
  | 'impairment'
  | 'disposal'
  | 'adjustment'
  | 'purchase'
  | 'improvement'
  | 'proceeds';

/**
 * Costs as they accrue over months, or in full in the month they are invoiced.
 * Never to be added together.
 * @public
 */
export type CostView = 'accrued' | 'invoiced';

/**
 * Every category of a cost. Purchases, improvements and proceeds are found in
 * the invoiced view only; depreciation, impairments and results of disposals
 * in the accrued one only.
 * @public
 */
export const COST_CATEGORIES: readonly CostCategory[] = [
  'depreciation',
  'charge',
  'license',
  'contract',
  'servicing',
  'impairment',
  'disposal',
  'adjustment',
  'purchase',
  'improvement',
  'proceeds',
];

/**
 * Whether money of a category is capital (purchases, improvements, proceeds)
 * or operating (all else).
 * @public
 */
export function natureOfCategory(
  category: CostCategory,
): 'capital' | 'operating' {
  return category === 'purchase' ||
    category === 'improvement' ||
    category === 'proceeds'
    ? 'capital'
    : 'operating';
}

/**
 * How sure a cost is: planning is forecast, procurement is committed, from
 * deployment on it is actual.
 * @public
 */
export type CostCertainty = 'actual' | 'committed' | 'forecast';

/**
 * A value in force from a date until the next entry's date.
 *
 * Lists are sorted by date; the first entry has `from: null` and applies from
 * the record's own start.
 * @public
 */
export interface Dated<T> {
  /** ISO calendar date, inclusive; null for "since the record's start". */
  from: string | null;
  /** What is in force from then on. */
  value: T;
}

/**
 * A service's share of a record.
 * @public
 */
export interface ServiceShare {
  /** Full entity ref, normalised. */
  ref: string;
  /** 1 to 10,000; all shares of a record sum to 10,000 at most. */
  basisPoints: number;
}

/**
 * What a contract covers and with which weight.
 * @public
 */
export interface CoverWeight {
  /** Full ref of what is covered, normalised. */
  ref: string;
  /** Whole number, at least 1. */
  weight: number;
}

/**
 * What keeping a record working cost on a day.
 * @public
 */
export interface ServicingInvoice {
  /** ISO calendar date. */
  date: string;
  /** Minor units of the currency. */
  minor: bigint;
  /** ISO 4217 code. */
  currency: string;
}

/**
 * What bills that were delivered say a record cost in a month, in one view.
 * @public
 */
export interface BilledAmount {
  /** Whether it accrues in the month or was invoiced in it. */
  view: CostView;
  /** Month index (year × 12 + month − 1). */
  month: number;
  /** Minor units of the currency; negative for what was credited. */
  minor: bigint;
  /** ISO 4217 code. */
  currency: string;
}

/**
 * A record as the cost rules see it: parsed spec and dated state, all refs
 * normalised.
 * @public
 */
export type CostRecord = {
  ref: string;
  owners: Dated<string | null>[];
  costCenters: Dated<string | null>[];
  /** An empty list: nobody is named, so an asset may inherit its parent's. */
  services: Dated<ServiceShare[]>[];
  /** Contracts only; empty otherwise. */
  covers: Dated<CoverWeight[]>[];
  /** Date on which the record went away without a disposal. */
  removedOn: string | null;
  /** Servicings with a cost, in any order; voided ones are left out. */
  servicings?: readonly ServicingInvoice[];
  /** What bills say it cost, whatever became of it. */
  billed?: readonly BilledAmount[];
} & (
  | { kind: 'Asset'; spec: AssetSpec }
  | { kind: 'License'; spec: LicenseSpec }
  | { kind: 'Contract'; spec: ContractSpec }
);

/**
 * Part of a segment that belongs to one service; slices of a segment tile
 * [0, weightTotal) in ref order, the unallocated one last.
 * @public
 */
export interface CostSlice {
  /** Service ref; null is the unallocated rest. */
  serviceRef: string | null;
  /** Inclusive lower bound in weights. */
  lo: number;
  /** Exclusive upper bound in weights. */
  hi: number;
}

/**
 * A cost as total over equal units, clipped to a window and sliced over
 * shares. One segment has one owner, cost centre and set of slices: a dated
 * change closes its window and opens the next.
 * @public
 */
export interface CostSegment {
  /** Full ref of the record that costs, normalised. */
  recordRef: string;
  /** Kind of that record. */
  recordKind: ItamKind;
  /** Whether it accrues over months or is invoiced in one. */
  view: CostView;
  /** What the cost is. */
  category: CostCategory;
  /** How sure the cost is. */
  certainty: CostCertainty;
  /**
   * Set on a rolled contract term whose amount nobody has confirmed yet, and
   * on an expected replacement.
   */
  estimated?: true;
  /** Set on what a closing froze: it is never computed again. */
  closed?: true;
  /** ISO 4217 code. */
  currency: string;
  /** T: the whole amount in minor units, over all units. */
  totalMinor: bigint;
  /** n: number of equal units (months), at least 1. */
  units: number;
  /** Month index (year × 12 + month − 1) of unit 0. */
  startMonth: number;
  /** First unit counted, 0 ≤ from ≤ to. */
  windowFromUnit: number;
  /** First unit not counted any more, at most `units`. */
  windowToUnitExclusive: number;
  /** Owner in the window; null when none is named. */
  ownerRef: string | null;
  /** Cost centre in the window; null when none is named. */
  costCenter: string | null;
  /** Supplier slug of the record. */
  vendor: string | null;
  /** Class of an asset; null for licences and contracts. */
  assetClass: string | null;
  /** D: sum of weights; units × weightTotal ≤ 2,000,000,000. */
  weightTotal: number;
  /** Parts by service; together they cover every weight once. */
  slices: CostSlice[];
}

/**
 * Looks up records that the cost of another depends on (contract of a licence,
 * covered records of a contract, partOf ancestors of an asset).
 * @public
 */
export interface CostContext {
  /** The record with this ref; undefined when there is none. */
  record(ref: string): CostRecord | undefined;
  /** Licences that name the contract ref in `spec.contract`. */
  licensesOf(contractRef: string): CostRecord[];
  /**
   * Assets whose `spec.planned.replaces` names the asset ref, removed ones and
   * rejected requests among them or not; without it nothing is replaced by a
   * record yet.
   */
  replacedBy?(assetRef: string): CostRecord[];
}
