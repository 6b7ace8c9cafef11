import type {
  DepreciationOptions,
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
  /** Files to be imported. */
  imports: {
    /** Largest file taken. */
    maxBytes: number;
    /** Largest workbook taken, packed and unpacked: it is read in memory. */
    maxWorkbookBytes: number;
    maxUnpackedBytes: number;
    /** Up to so many rows are written in one transaction. */
    atomicRows: number;
    /** How long imports are kept after they were last worked on. */
    keepMs: number;
  };
  /** Days without use after which a seat could be given back. */
  licences: { reclaimAfterDays: number };
}
