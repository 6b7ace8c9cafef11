import {
  isCurrency,
  parseAmount,
  type AssetClass,
  type DepreciationConvention,
  type DepreciationMethod,
  type DepreciationSpec,
  type Money,
  type PublicationScope,
} from '@backstage-itam/plugin-itam-common';
import type { Config } from '@backstage/config';
import { durationAt, numberAt, refuse, scheduleAt } from './configValues';
import { acceptedRisksAt } from './insecureSettings';
import { readAlertsConfig } from './readAlertsConfig';
import { readCloudBillingConfig } from './readCloudBillingConfig';
import { readDiscoveryConfig } from './readDiscoveryConfig';
import { readPolicyConfig } from './readPolicyConfig';
import type { RegisterConfig } from './registerConfig';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const MEBIBYTE = 1_048_576;
const DAY = 24 * 60 * MINUTE;
/** Positions are asked for up to a year back. */
const SHORTEST_USAGE_DAYS = 400;
const STALE_AFTER_SCHEDULES = 5;

const ASSET_CLASSES: readonly AssetClass[] = [
  'hardware',
  'fixed',
  'software',
  'cloud',
  'digital',
];
const METHODS: readonly DepreciationMethod[] = [
  'straight-line',
  'declining-balance',
  'sum-of-years-digits',
  'immediate',
  'none',
];
const CONVENTIONS: readonly DepreciationConvention[] = [
  'full-month',
  'next-month',
  'half-month',
  'half-year',
  'daily',
];

const SCOPES: readonly PublicationScope[] = ['all', 'linked', 'none'];

/**
 * Reads the configuration under `itam`.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readRegisterConfig(root: Config): RegisterConfig {
  const config = root.getOptionalConfig('itam');
  const fiscalYearStartMonth = numberAt(config, 'fiscalYearStartMonth', {
    fallback: 1,
    least: 1,
    most: 12,
    whole: true,
  });
  const projectionMs = scheduleAt(config, 'projection.schedule', 2 * MINUTE);
  return {
    reportingCurrency: currencyAt(config, 'reportingCurrency', 'EUR'),
    fiscalYearStartMonth,
    depreciation: {
      defaultDepreciation: depreciationDefaults(config),
      capitalisationThresholds: thresholds(config),
      fiscalYearStartMonth,
    },
    portalUrl: root.getOptionalString('app.baseUrl'),
    pagePath: pagePathAt(config, 'pagePath'),
    alerts: readAlertsConfig(config),
    actions: {
      enabled: config?.getOptionalBoolean('actions.enabled') ?? false,
    },
    calendar: {
      confirmWithinMs: durationAt(config, 'calendar.confirmWithin', 30 * DAY),
    },
    retention: {
      alertsMs: durationAt(config, 'retention.alerts', 365 * DAY),
      incidentsMs: durationAt(config, 'retention.incidents', 90 * DAY),
      usageMeasuresMs: usageRetentionAt(config, 'retention.usageMeasures'),
    },
    rates: {
      file: config?.getOptionalString('rates.file'),
      scheduleMs: scheduleAt(config, 'rates.schedule', 10 * MINUTE),
    },
    delivery: {
      activationMs: scheduleAt(config, 'delivery.activation', 3 * SECOND),
      expireAfterMs: durationAt(config, 'delivery.expireAfter', 60 * MINUTE),
    },
    projection: {
      scheduleMs: projectionMs,
      staleAfterMs: durationAt(
        config,
        'projection.staleAfter',
        STALE_AFTER_SCHEDULES * projectionMs,
      ),
    },
    reconciliation: {
      scheduleMs: scheduleAt(config, 'reconciliation.schedule', MINUTE),
      graceMs: durationAt(config, 'reconciliation.grace', 5 * MINUTE),
      guardShare: numberAt(config, 'reconciliation.guardShare', {
        fallback: 0.5,
        least: 0,
        most: 1,
        whole: false,
      }),
    },
    publication: { scope: scopeAt(config, 'catalog.publication.scope') },
    imports: {
      maxBytes: numberAt(config, 'imports.maxBytes', {
        fallback: 512 * MEBIBYTE,
        least: 1_024,
        most: 64 * 1_024 * MEBIBYTE,
        whole: true,
      }),
      maxWorkbookBytes: numberAt(config, 'imports.maxWorkbookBytes', {
        fallback: 16 * MEBIBYTE,
        least: 1_024,
        most: 256 * MEBIBYTE,
        whole: true,
      }),
      maxUnpackedBytes: numberAt(config, 'imports.maxUnpackedBytes', {
        fallback: 128 * MEBIBYTE,
        least: 1_024,
        most: 1_024 * MEBIBYTE,
        whole: true,
      }),
      atomicRows: numberAt(config, 'imports.atomicRows', {
        fallback: 2_000,
        least: 0,
        most: 100_000,
        whole: true,
      }),
      keepMs: durationAt(config, 'imports.keep', 30 * 24 * 60 * MINUTE),
    },
    licences: {
      reclaimAfterDays: numberAt(config, 'licences.reclaimAfterDays', {
        fallback: 90,
        least: 1,
        most: 3_650,
        whole: true,
      }),
    },
    policies: readPolicyConfig(config),
    discovery: readDiscoveryConfig(config),
    acceptedRisks: acceptedRisksAt(config),
    cloudBilling: readCloudBillingConfig(config),
  };
}

function usageRetentionAt(
  config: Config | undefined,
  key: string,
): number | undefined {
  if (!config?.has(key)) {
    return undefined;
  }
  const kept = durationAt(config, key, 0);
  return kept >= SHORTEST_USAGE_DAYS * DAY
    ? kept
    : refuse(key, `a duration of at least ${SHORTEST_USAGE_DAYS} days`);
}

function pagePathAt(config: Config | undefined, key: string): string {
  const path = config?.getOptionalString(key) ?? '/it-assets';
  return /^(\/[\w.~-]+)+$/.test(path)
    ? path
    : refuse(key, 'a path of the portal such as /it-assets');
}

function scopeAt(config: Config | undefined, key: string): PublicationScope {
  const written = config?.getOptionalString(key) ?? 'linked';
  return (
    SCOPES.find(known => known === written) ??
    refuse(key, `one of ${SCOPES.join(', ')}`)
  );
}

function currencyAt(
  config: Config | undefined,
  key: string,
  fallback?: string,
): string {
  const code = config?.getOptionalString(key) ?? fallback;
  return code !== undefined && isCurrency(code)
    ? code
    : refuse(key, 'an ISO 4217 currency code such as EUR');
}

function thresholds(config: Config | undefined): Money[] {
  const entries = config?.getOptionalConfigArray('capitalisationThreshold');
  const seen = new Set<string>();
  return (entries ?? []).map((entry, index) => {
    const key = `capitalisationThreshold[${index}]`;
    const currency = entry.getString('currency');
    if (!isCurrency(currency) || seen.has(currency)) {
      refuse(`${key}.currency`, 'an ISO 4217 code, each at most once');
    }
    seen.add(currency);
    const amount = parseAmount(entry.getString('amount'), currency);
    if (!amount.ok || amount.minor < 0n) {
      return refuse(`${key}.amount`, 'a decimal amount such as "800.00"');
    }
    return { minor: amount.minor, currency };
  });
}

function depreciationDefaults(
  config: Config | undefined,
): Partial<Record<AssetClass, DepreciationSpec>> {
  const defaults: Partial<Record<AssetClass, DepreciationSpec>> = {};
  const classes = config?.getOptionalConfig('depreciation');
  for (const key of classes?.keys() ?? []) {
    const path = `depreciation.${key}`;
    const assetClass =
      ASSET_CLASSES.find(known => known === key) ??
      refuse(path, `one of the classes ${ASSET_CLASSES.join(', ')}`);
    if (classes) {
      defaults[assetClass] = depreciationAt(classes.getConfig(key), path);
    }
  }
  return defaults;
}

function depreciationAt(config: Config, path: string): DepreciationSpec {
  const method =
    METHODS.find(known => known === config.getString('method')) ??
    refuse(`${path}.method`, `one of ${METHODS.join(', ')}`);
  const months = config.getOptionalNumber('months');
  const needsLife = method !== 'immediate' && method !== 'none';
  if (
    months === undefined
      ? needsLife
      : !Number.isInteger(months) || months < 1 || months > 1_200
  ) {
    refuse(`${path}.months`, 'a whole number of months from 1 to 1200');
  }
  const salvage = config.getOptionalString('salvage');
  if (salvage !== undefined && !/^(100|\d{1,2}(\.\d+)?)%$/.test(salvage)) {
    refuse(`${path}.salvage`, 'a percentage of the cost such as "10%"');
  }
  const written = config.getOptionalString('convention');
  const convention = CONVENTIONS.find(known => known === written);
  if (written !== undefined && convention === undefined) {
    refuse(`${path}.convention`, `one of ${CONVENTIONS.join(', ')}`);
  }
  const factor = config.getOptionalNumber('factor');
  if (factor !== undefined && !(factor > 0 && factor <= 10)) {
    refuse(`${path}.factor`, 'a number above 0, at most 10');
  }
  return {
    method,
    ...(months === undefined ? {} : { months }),
    ...(salvage === undefined ? {} : { salvage }),
    ...(convention === undefined ? {} : { convention }),
    ...(factor === undefined ? {} : { factor }),
  };
}
