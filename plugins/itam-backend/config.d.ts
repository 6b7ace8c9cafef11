import { HumanDuration } from '@backstage/types';

export interface Config {
  itam?: {
    /**
     * ISO 4217 code of the currency totals are shown in. The default is EUR.
     * @visibility frontend
     */
    reportingCurrency?: string;

    /**
     * First month of the fiscal year, 1 (January, the default) to 12.
     */
    fiscalYearStartMonth?: number;

    /**
     * Assets that name no depreciation and cost less than the amount in their
     * currency are expensed at once. Currencies not listed have no threshold.
     */
    capitalisationThreshold?: Array<{
      /** Decimal amount as text, such as "800.00". */
      amount: string;
      /** ISO 4217 code. */
      currency: string;
    }>;

    /**
     * How assets depreciate that do not say so themselves, per class. Classes
     * left out are expensed at once.
     */
    depreciation?: {
      [assetClass in
        | 'hardware'
        | 'fixed'
        | 'software'
        | 'cloud'
        | 'digital']?: {
        method:
          | 'straight-line'
          | 'declining-balance'
          | 'sum-of-years-digits'
          | 'immediate'
          | 'none';
        /** Life in months. */
        months?: number;
        /** A percentage of the cost, such as "10%". */
        salvage?: string;
        convention?:
          | 'full-month'
          | 'next-month'
          | 'half-month'
          | 'half-year'
          | 'daily';
        /** Declining balance only, such as 2 for double declining. */
        factor?: number;
      };
    };

    /** Exchange rates. */
    rates?: {
      /**
       * Path of a CSV file as the European Central Bank publishes them: a
       * column Date, then one per currency with its units for one euro. A
       * relative path starts where the backend was started.
       */
      file?: string;
      /**
       * How often the file is looked at for changes. The default is 10
       * minutes.
       */
      schedule?: HumanDuration | string;
    };

    /**
     * Path of the register's pages in the portal, for links in alerts and
     * calendars. The default is /it-assets.
     */
    pagePath?: string;

    /** Alerts through the portal's notifications. */
    alerts?: {
      /**
       * Whether alerts are sent; needs the notifications plugin. The default
       * is false.
       */
      enabled?: boolean;
      /** How often it is looked what is due. The default is one hour. */
      schedule?: HumanDuration | string;
      /** The last day to give notice comes near. */
      noticeDeadline?: {
        /** The default is true. */
        enabled?: boolean;
        /** Days before it; the default is 30 and 7. */
        daysBefore?: number[];
        /** `owner`, `holder` and refs of groups and users; the default is owner. */
        recipients?: string[];
      };
      /** A warranty ends. */
      warrantyEnd?: {
        /** The default is true. */
        enabled?: boolean;
        /** Days before it; the default is 30. */
        daysBefore?: number[];
        /** `owner`, `holder` and refs of groups and users; the default is owner. */
        recipients?: string[];
      };
      /** More units of a licence are in use than were bought. */
      licenceShortfall?: {
        /** The default is true. */
        enabled?: boolean;
        /** `owner` and refs of groups and users; the default is owner. */
        recipients?: string[];
      };
      /** Something lent was not given back. */
      loanOverdue?: {
        /** The default is true. */
        enabled?: boolean;
        /** Days after it was due; the default is 1 and 7. */
        daysAfter?: number[];
        /** `owner`, `holder` and refs of groups and users; the default is holder and owner. */
        recipients?: string[];
      };
      /** A servicing is due. */
      servicingDue?: {
        /** The default is true. */
        enabled?: boolean;
        /** Days before it; the default is 14. */
        daysBefore?: number[];
        /** `owner`, `holder` and refs of groups and users; the default is owner. */
        recipients?: string[];
      };
      /** More than a share of a budget is spent. */
      budgetPassed?: {
        /** The default is true. */
        enabled?: boolean;
        /** Per cent of the budget; the default is 100. */
        percent?: number[];
        /** `owner` and refs of groups and users; the default is owner. */
        recipients?: string[];
      };
    };

    /**
     * Questions that agents may ask, such as through MCP. See
     * docs/how-to/ask-by-mcp.md.
     */
    actions?: {
      /**
       * Whether they are in the actions registry. They only read, with the
       * credentials of who asks. The default is false.
       */
      enabled?: boolean;
    };

    /** Calendar feeds of people. */
    calendar?: {
      /**
       * How long a feed stays open after its owner was last in the portal. The
       * default is 30 days.
       */
      confirmWithin?: HumanDuration | string;
    };

    /** How long what need not stay for ever is kept. */
    retention?: {
      /** Alerts of what is over. The default is 365 days. */
      alerts?: HumanDuration | string;
      /** Refusals of declarations nobody repeated. The default is 90 days. */
      incidents?: HumanDuration | string;
      /**
       * Measured use, at least 400 days; units and the latest use of each
       * holder stay. By default all is kept.
       */
      usageMeasures?: HumanDuration | string;
    };

    /** Declarations from the catalog. */
    delivery?: {
      /**
       * How often the catalog is asked which staged declarations it has
       * stored. The default is 3 seconds.
       */
      activation?: HumanDuration | string;
      /**
       * How long a staged declaration waits to be confirmed. The default is
       * one hour.
       */
      expireAfter?: HumanDuration | string;
    };

    /** The copy of the catalog's services, groups and users. */
    projection?: {
      /** How often it is refreshed. The default is 2 minutes. */
      schedule?: HumanDuration | string;
      /**
       * Age from which the health page calls it stale. The default is five
       * times the schedule.
       */
      staleAfter?: HumanDuration | string;
    };

    /** Comparison of the register with the catalog. */
    reconciliation?: {
      /** How often it runs. The default is one minute. */
      schedule?: HumanDuration | string;
      /**
       * How long a declared record has to be absent from the catalog, or
       * orphaned there, before it is retired. The default is 5 minutes.
       */
      grace?: HumanDuration | string;
      /**
       * Share of the known declared records, 0 to 1, that the catalog has to
       * show for anything to be retired. The default is 0.5. Lower it for a
       * while when most records really went away.
       */
      guardShare?: number;
    };

    /** Import of spreadsheets. */
    imports?: {
      /**
       * Largest file that is taken, in bytes. Larger ones are answered with
       * 413. The default is 536870912 (512 MiB).
       */
      maxBytes?: number;
      /**
       * Largest workbook (.xlsx) that is taken, in bytes: workbooks are read in
       * memory, CSV files are not. The default is 16777216 (16 MiB).
       */
      maxWorkbookBytes?: number;
      /**
       * Bytes a workbook, or what is read of a row group of Parquet, may unpack
       * to. The default is 134217728 (128 MiB).
       */
      maxUnpackedBytes?: number;
      /**
       * Up to so many rows are written in one transaction; more are written in
       * many short ones. The default is 2000. On SQLite nothing else is read
       * or written while the transaction runs.
       */
      atomicRows?: number;
      /**
       * How long an import and the rows of its file are kept after they were
       * last worked on. Undoing it is not possible afterwards. The default is
       * 30 days.
       */
      keep?: HumanDuration | string;
    };

    /** How the register is guarded. */
    security?: {
      /**
       * Risks that are accepted in production, where the register otherwise
       * refuses to start: `permissions-disabled` (`permission.enabled` is not
       * true), `open-backend` (requests need no token), `weak-secrets` (short
       * or well-known keys and tokens). The default is none.
       */
      accept?: Array<'permissions-disabled' | 'open-backend' | 'weak-secrets'>;
    };

    /** Licence positions. */
    licences?: {
      /**
       * Days a seat has to be assigned and unused before it counts as
       * reclaimable. The default is 90.
       */
      reclaimAfterDays?: number;
    };

    /**
     * How the rules over the register are set, by their id; see
     * docs/reference/policies.md. Rules left out have their defaults.
     */
    policies?: {
      [ruleId: string]: {
        /** Whether the rule is run. The default is true. */
        enabled?: boolean;
        /** How much its findings matter. */
        severity?: 'error' | 'warning' | 'info';
        /** A threshold in the unit the rule says, or a list of names. */
        [setting: string]: boolean | string | number | string[] | undefined;
      };
    };

    /** Lists of discovered software and of spend. */
    discovery?: {
      /**
       * Names of products in such lists that stand for a product of the
       * register. Letter case, versions and punctuation do not matter.
       */
      productAliases?: Array<{
        /** Product of a licence, or title of a software record. */
        of: string;
        /** What lists call it. */
        names: string[];
      }>;
      /**
       * Names of suppliers in such lists that stand for a supplier of the
       * register. Letter case, legal forms and punctuation do not matter.
       */
      supplierAliases?: Array<{
        /** Slug of the supplier. */
        of: string;
        /** What lists call it. */
        names: string[];
      }>;
    };

    /**
     * Billing files of clouds (FinOps FOCUS), and whose the costs in them are.
     * Without it no such files are taken. See docs/rules/cloud-billing.md.
     */
    cloudBilling?: {
      /** The Group or User that is responsible where no rule says so. */
      owner: string;
      /** Providers as files call them. */
      providers?: Array<{
        /** What the provider is called. */
        name: string;
        /** Other names of it, such as those of another FOCUS version. */
        aliases?: string[];
        /** Slug of the supplier in the register. The default is the name. */
        vendor?: string;
      }>;
      /**
       * Whose charges are. Of service, owner, cost centre and contract each,
       * the first rule that fits and names one decides.
       */
      rules?: Array<{
        /**
         * Which charges it is for: all that is named has to fit, of each list
         * one value; `*` is any value there is. All charges when absent.
         */
        when?: {
          /** Names of providers. */
          providers?: string[];
          /** Ids of billing accounts. */
          billingAccounts?: string[];
          /** Ids of sub-accounts: accounts, subscriptions, projects. */
          subAccounts?: string[];
          /** Names of services as the provider writes them. */
          serviceNames?: string[];
          /** Some of Usage, Purchase, Tax, Credit, Adjustment. */
          chargeCategories?: string[];
          /** Ids of commitments. */
          commitmentDiscounts?: string[];
          /** Ids of regions. */
          regions?: string[];
          /** Ids of resources. */
          resources?: string[];
          /** Tags; without values, any value will do. */
          tags?: Array<{ key: string; values?: string[] }>;
        };
        /** The service that uses it, such as component:default/payments-api. */
        service?: string;
        /** The tag whose value is the name of the service. */
        serviceTag?: {
          tag: string;
          /** Kind of the service. The default is component. */
          kind?: string;
          /** Its namespace. The default is default. */
          namespace?: string;
        };
        /** The Group or User that is responsible. */
        owner?: string;
        /** The cost centre. */
        costCenter?: string;
        /** The tag whose value is the cost centre. */
        costCenterTag?: string;
        /** The contract that the charges belong to. */
        contract?: string;
      }>;
    };
  };
}
