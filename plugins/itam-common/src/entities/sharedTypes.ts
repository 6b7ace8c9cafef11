/**
 * An amount as people write it: a decimal string with the currency's own
 * number of decimals at most, and an ISO 4217 code.
 * @public
 */
export interface AmountText {
  /** Decimal text with a point, such as `1234.50`. */
  amount: string;
  /** ISO 4217 code in capitals. */
  currency: string;
}

/**
 * A reference that may start on a date: the plain form applies from the
 * record's start (first declaration) or from its delivery (a change).
 * @public
 */
export interface DatedRef {
  /** ISO calendar date, inclusive. */
  from?: string;
  /** Entity reference. */
  ref: string;
}

/**
 * Who uses a record and to what share.
 * @public
 */
export interface ServiceShareSpec {
  /** Reference to a Component, System, Resource, API or Domain. */
  ref: string;
  /** Percent of the whole, greater than 0, at most two decimals. */
  share?: number;
}

/**
 * Shares in force from a date.
 * @public
 */
export interface DatedServices {
  /** ISO calendar date, inclusive. */
  from?: string;
  /** The shares in force from the date. */
  services: ServiceShareSpec[];
}

/**
 * How often an amount is due.
 * @public
 */
export type BillingInterval = 'once' | 'month' | 'quarter' | 'year';

/**
 * A recurring or single charge.
 * @public
 */
export interface ChargeSpec {
  /** What it is for; at most 200 characters. */
  title?: string;
  /** Decimal text; negative only with `credit`. */
  amount: string;
  /** ISO 4217 code in capitals. */
  currency: string;
  /** How often the amount is due. */
  every: BillingInterval;
  /** First day, inclusive. */
  from: string;
  /** Last day, inclusive. */
  until?: string;
  /** Spreads a single charge evenly over these dates, both inclusive. */
  spread?: { from: string; until: string };
  /** Whether a part of a month counts as a month (default) or by its days. */
  prorate?: 'month' | 'day';
  /** Marks a lease instalment, which no purchase may go with. */
  lease?: boolean;
  /** Marks a refund: the only case in which the amount may be negative. */
  credit?: boolean;
}

/**
 * A link to a document.
 * @public
 */
export interface DocumentSpec {
  /** What the link shows; at most 200 characters. */
  title: string;
  /** http, https or mailto. */
  url: string;
}

/**
 * When something runs.
 * @public
 */
export interface TermSpec {
  /** First day, inclusive. */
  start: string;
  /** Last day, inclusive. */
  end?: string;
}
