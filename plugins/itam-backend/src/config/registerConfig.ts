import type { Risk } from './insecureSettings';
import type {
  BillingRule,
  DepreciationOptions,
  PolicySettings,
  PublicationScope,
} from '@backstage-itam/plugin-itam-common';
import type { AlertsConfig } from './alertsConfig';

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
  /** Address of the portal, from `app.baseUrl`. */
  portalUrl: string | undefined;
  /** Where the portal shows the register, such as `/it-assets`. */
  pagePath: string;
  alerts: AlertsConfig;
  /** Questions for agents, through the actions registry. */
  actions: { enabled: boolean };
  /** How long a calendar feed is open after its owner was last there. */
  calendar: { confirmWithinMs: number };
  /** How long what need not stay for ever is kept. */
  retention: {
    alertsMs: number;
    incidentsMs: number;
    /** Undefined keeps all. */
    usageMeasuresMs: number | undefined;
  };
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
  /** Rules over the register, and which setting of them this is. */
  policies: { settings: PolicySettings; fingerprint: string };
  /** Other names of products and suppliers, normalised, in discovery lists. */
  discovery: {
    productAliases: ReadonlyMap<string, string>;
    supplierAliases: ReadonlyMap<string, string>;
  };
  /** Risks somebody has accepted for production. */
  acceptedRisks: Risk[];
  /** Whose costs in billing files are; undefined takes no files. */
  cloudBilling: CloudBillingConfig | undefined;
}

/** How billing files of clouds are taken. */
export interface CloudBillingConfig {
  /** Full ref of who is responsible where no rule says so. */
  owner: string;
  /** What providers are called and which supplier they are, by any name. */
  providers: ReadonlyMap<string, { name: string; vendor?: string }>;
  rules: readonly BillingRule[];
}
