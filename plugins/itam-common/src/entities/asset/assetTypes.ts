import type {
  AmountText,
  ChargeSpec,
  DatedRef,
  DatedServices,
  DocumentSpec,
  ServiceShareSpec,
} from '../sharedTypes';

/**
 * Classes of assets; tangible are hardware and fixed.
 * @public
 */
export type AssetClass =
  | 'hardware'
  | 'fixed'
  | 'software'
  | 'cloud'
  | 'digital';

/**
 * The five life-cycle stages of IT asset management.
 * @public
 */
export type LifecycleStage =
  | 'planning'
  | 'procurement'
  | 'deployment'
  | 'maintenance'
  | 'decommission';

/**
 * How the cost of an asset is spread over its life.
 * @public
 */
export type DepreciationMethod =
  | 'straight-line'
  | 'declining-balance'
  | 'sum-of-years-digits'
  | 'immediate'
  | 'none';

/**
 * How the first and the last period of a depreciation count.
 * @public
 */
export type DepreciationConvention =
  | 'full-month'
  | 'next-month'
  | 'half-month'
  | 'half-year'
  | 'daily';

/**
 * How an asset is depreciated.
 * @public
 */
export interface DepreciationSpec {
  /** How the cost is spread. */
  method: DepreciationMethod;
  /** Life in months, 1 to 1,200. */
  months?: number;
  /** A decimal amount in the purchase currency, or a percent such as `10%`. */
  salvage?: string;
  /** How the first and the last period count. */
  convention?: DepreciationConvention;
  /** Declining balance only, e.g. 2 for double declining balance. */
  factor?: number;
}

/**
 * What an asset was bought for.
 * @public
 */
export interface PurchaseSpec extends AmountText {
  /** ISO calendar date of the purchase. */
  date: string;
  /** Purchase order number. */
  order?: string;
  /** The ledger's own amount in the reporting currency. */
  booked?: AmountText;
}

/**
 * The money of an asset; kept in the register, never in the catalog.
 * @public
 */
export interface AssetFinancials {
  /** What it was bought for; none for a leased asset. */
  purchase?: PurchaseSpec;
  /** The cost centre, or a dated list of them. */
  costCenter?: string | { from?: string; costCenter: string }[];
  /** How it is depreciated; by its class when absent. */
  depreciation?: DepreciationSpec;
  /** Recurring and single amounts. */
  charges?: ChargeSpec[];
  /** What changed cost, life or value after the purchase, in the purchase currency. */
  events?: {
    date: string;
    kind: 'improvement' | 'life' | 'salvage' | 'impairment';
    amount?: string;
    /** Months, for `life`. */
    months?: number;
  }[];
  /** What the disposal brought in. */
  proceeds?: AmountText;
}

/**
 * The spec of an Asset.
 * @public
 */
export interface AssetSpec {
  /** The class of asset. */
  class: AssetClass;
  /** What it is, a slug such as `laptop`; free, with suggestions for each class. */
  type: string;
  /** The life-cycle stage. */
  stage: LifecycleStage;
  /** One of the statuses of the stage; the stage's first when absent. */
  status?: string;
  /** The responsible Group or User, or a dated list of them. */
  owner: string | DatedRef[];
  /** The User or Group that holds it. */
  assignee?: string;
  /** The inventory tag, unique in the register. */
  tag?: string;
  /** The serial number, unique for its manufacturer. */
  serialNumber?: string;
  /** Who made it. */
  manufacturer?: string;
  /** The model. */
  model?: string;
  /** The supplier, a slug such as `dell`. */
  vendor?: string;
  /** Where it is. */
  location?: string;
  /** Reference to the asset it is a part of. */
  partOf?: string;
  /** First day in service, an ISO calendar date. */
  inService?: string;
  /** When delivery is expected, an ISO calendar date. */
  expected?: string;
  /** The version in use. */
  version?: string;
  /** Last day the version is supported, an ISO calendar date. */
  supportUntil?: string;
  /** When it was last seen working, an ISO calendar date. */
  lastSeen?: string;
  /** Pieces that the record stands for; 1 when absent. */
  quantity?: number;
  /** Processor cores, for licence metrics. */
  cores?: number;
  /** Processors, for licence metrics. */
  processors?: number;
  /** Who uses it and to what share, or a dated list of that. */
  services?: ServiceShareSpec[] | DatedServices[];
  /** Until when the warranty lasts, inclusive. */
  warranty?: { until: string };
  /** When it is to be replaced, an ISO calendar date. */
  endOfLife?: string;
  /** What a planned asset is for. */
  planned?: {
    neededBy?: string;
    benefit?: string;
    replaces?: string;
    approver?: string;
  };
  /** Rights of use, for digital assets. */
  rights?: { licensor?: string; permittedUse?: string; until?: string };
  /** When, how and why it left. */
  disposal?: {
    date: string;
    method?: 'sold' | 'disposed' | 'donated' | 'recycled' | 'returned' | 'lost';
    reason?: string;
    erasureEvidence?: string;
  };
  /** Links to documents. */
  documents?: DocumentSpec[];
  /** Free text; at most 10,000 characters. */
  notes?: string;
  /** Money; kept in the register, never in the catalog. */
  financials?: AssetFinancials;
}
