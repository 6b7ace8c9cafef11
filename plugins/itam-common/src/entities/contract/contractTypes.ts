import type {
  ChargeSpec,
  DatedRef,
  DatedServices,
  DocumentSpec,
  ServiceShareSpec,
  TermSpec,
} from '../sharedTypes';

/**
 * What a contract is for.
 * @public
 */
export type ContractType =
  | 'support'
  | 'maintenance'
  | 'subscription'
  | 'lease'
  | 'warranty'
  | 'master-agreement'
  | 'commitment'
  | 'service';

/**
 * What a contract covers, with its weight beside the others.
 * @public
 */
export interface CoverSpec {
  /** Reference to an Asset, License, Component, System or Resource, its kind written out. */
  ref: string;
  /** Whole number from 1 to 1000; 1 when absent. */
  weight?: number;
}

/**
 * What happens at the end of a contract's term.
 * @public
 */
export interface RenewalSpec {
  /** Whether it ends, is renewed by decision, or by itself. */
  kind: 'none' | 'manual' | 'automatic';
  /** Length of a renewed term in months; required where it is automatic. */
  months?: number;
  /** Days of notice before the end; not together with months. */
  noticeDays?: number;
  /** Months of notice before the end; not together with days. */
  noticeMonths?: number;
  /** Price change at each renewal, in percent. */
  upliftPercent?: number;
  /** Date on which notice was given. */
  noticeGiven?: string;
  /** Date on which the renewal was confirmed. */
  confirmed?: string;
}

/**
 * The spec of a Contract.
 * @public
 */
export interface ContractSpec {
  /** What it is for. */
  type: ContractType;
  /** The contract number. */
  number?: string;
  /** The supplier, a slug such as `dell`. */
  vendor: string;
  /** The responsible Group or User, or a dated list of them. */
  owner: string | DatedRef[];
  /** When its first term runs. */
  term: TermSpec;
  /** What happens at the end of the term. */
  renewal?: RenewalSpec;
  /** What it covers: references, or references with weights. */
  covers?: (string | CoverSpec)[];
  /** How its cost is spread over what it covers; equally when absent. */
  distribute?: 'equal' | 'weight' | 'cost';
  /** Reference to the Contract it is a part of. */
  partOf?: string;
  /** Who uses it and to what share, or a dated list of that. */
  services?: ServiceShareSpec[] | DatedServices[];
  /** Links to documents. */
  documents?: DocumentSpec[];
  /** Free text; at most 10,000 characters. */
  notes?: string;
  /** Money; kept in the register, never in the catalog. */
  financials?: {
    charges?: ChargeSpec[];
    costCenter?: string | { from?: string; costCenter: string }[];
  };
}
