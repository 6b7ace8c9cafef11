import type {
  AmountText,
  BillingInterval,
  ChargeSpec,
  DatedRef,
  DatedServices,
  DocumentSpec,
  ServiceShareSpec,
  TermSpec,
} from '../sharedTypes';

/**
 * What a licence counts.
 * @public
 */
export type LicenseMetric =
  | 'named-user'
  | 'concurrent-user'
  | 'device'
  | 'core'
  | 'processor'
  | 'instance'
  | 'site'
  | 'user-cal'
  | 'device-cal'
  | 'consumption';

/**
 * How a licence was acquired.
 * @public
 */
export type LicenseType =
  | 'subscription'
  | 'perpetual'
  | 'volume'
  | 'oem'
  | 'open-source'
  | 'saas'
  | 'commitment';

/**
 * What a licence costs.
 * @public
 */
export interface LicensePrice extends AmountText {
  /** Whether the amount is for one unit or for the whole quantity. */
  per: 'unit' | 'total';
  /** How often the amount is due. */
  every: BillingInterval;
}

/**
 * The spec of a License.
 * @public
 */
export interface LicenseSpec {
  /** How it was acquired. */
  type: LicenseType;
  /** The product it entitles to. */
  product: string;
  /** Who publishes the product. */
  publisher?: string;
  /** The supplier, a slug such as `dell`. */
  vendor?: string;
  /** The responsible Group or User, or a dated list of them. */
  owner: string | DatedRef[];
  /** What is counted. */
  metric: LicenseMetric;
  /** What is entitled, in units of the metric; a whole number except for consumption. */
  quantity?: number;
  /** New quantities and the dates they start on. */
  quantityChanges?: { from: string; quantity: number }[];
  /** Core metrics: licences needed per core. */
  factor?: number;
  /** Core metrics: the least counted for a device. */
  minimumPerDevice?: number;
  /** When it runs; without end where it is absent. */
  term?: TermSpec;
  /** Reference to the Contract it is licensed under. */
  contract?: string;
  /** SPDX expression, for open source. */
  licenseExpression?: string;
  /** Who uses it and to what share, or a dated list of that. */
  services?: ServiceShareSpec[] | DatedServices[];
  /** Who or what has a seat, and from when until when, both inclusive. */
  assignments?: { to: string; from?: string; until?: string }[];
  /** Links to documents. */
  documents?: DocumentSpec[];
  /** Free text; at most 10,000 characters. */
  notes?: string;
  /** Money; kept in the register, never in the catalog. */
  financials?: {
    price?: LicensePrice;
    costCenter?: string | { from?: string; costCenter: string }[];
    charges?: ChargeSpec[];
  };
}
