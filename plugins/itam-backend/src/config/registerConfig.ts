import type {
  DepreciationOptions,
  PolicySettings,
  PublicationScope,
} from '@backstage-itam/plugin-itam-common';

/**
 * The register's configuration with all defaults applied.
 */
export interface RegisterConfig {
  /** ISO 4217 code. */
  reportingCurrency: string;
  /** Defaults for depreciation, in the form the rules take. */
  depreciation: DepreciationOptions;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStartMonth: number;
  rates: { file: string | undefined; scheduleMs: number };
  delivery: { activationMs: number; expireAfterMs: number };
  projection: { scheduleMs: number; staleAfterMs: number };
  reconciliation: { scheduleMs: number; graceMs: number; guardShare: number };
  /** Which registered records the catalog shows. */
  publication: { scope: PublicationScope };
  /** Days without use after which a seat could be given back. */
  licences: { reclaimAfterDays: number };
  /** Rules over the register, and which setting of them this is. */
  policies: { settings: PolicySettings; fingerprint: string };
  /** Other names of products and suppliers, normalised, in discovery lists. */
  discovery: {
    productAliases: ReadonlyMap<string, string>;
    supplierAliases: ReadonlyMap<string, string>;
  };
}
