import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { AlertKind, AlertRule, AlertsConfig } from './alertsConfig';
import { refuse, scheduleAt } from './configValues';

const HOUR_MS = 60 * 60_000;
const MOST_DAYS = 730;
const MOST_PERCENT = 1_000;
const MOST_ENTRIES = 10;
const OWN_RECIPIENTS: readonly string[] = ['owner', 'holder'];

const KINDS: readonly AlertKind[] = [
  'noticeDeadline',
  'warrantyEnd',
  'licenceShortfall',
  'loanOverdue',
  'servicingDue',
  'budgetPassed',
];

/** How a kind of alert names its thresholds. */
interface Thresholds {
  key: 'daysBefore' | 'daysAfter' | 'percent';
  fallback: readonly number[];
  least: number;
  most: number;
  /** More of it is more urgent, so that it counts down from zero. */
  negative: boolean;
}

const before = (fallback: readonly number[]): Thresholds => ({
  key: 'daysBefore',
  fallback,
  least: 0,
  most: MOST_DAYS,
  negative: false,
});

const THRESHOLDS: Readonly<Record<AlertKind, Thresholds | undefined>> = {
  noticeDeadline: before([30, 7]),
  warrantyEnd: before([30]),
  licenceShortfall: undefined,
  loanOverdue: {
    key: 'daysAfter',
    fallback: [1, 7],
    least: 1,
    most: MOST_DAYS,
    negative: true,
  },
  servicingDue: before([14]),
  budgetPassed: {
    key: 'percent',
    fallback: [100],
    least: 1,
    most: MOST_PERCENT,
    negative: true,
  },
};

const RECIPIENTS: Readonly<Record<AlertKind, readonly string[]>> = {
  noticeDeadline: ['owner'],
  warrantyEnd: ['owner'],
  licenceShortfall: ['owner'],
  loanOverdue: ['holder', 'owner'],
  servicingDue: ['owner'],
  budgetPassed: ['owner'],
};

/**
 * Reads the configuration under `itam.alerts`.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readAlertsConfig(config: Config | undefined): AlertsConfig {
  const alerts = config?.getOptionalConfig('alerts');
  const known: readonly string[] = ['enabled', 'schedule', ...KINDS];
  for (const key of alerts?.keys() ?? []) {
    if (!known.includes(key)) {
      refuse(`alerts.${key}`, `one of ${known.join(', ')}`);
    }
  }
  const rule = (kind: AlertKind) => ruleAt(config, kind);
  return {
    enabled: alerts?.getOptionalBoolean('enabled') ?? false,
    scheduleMs: scheduleAt(config, 'alerts.schedule', HOUR_MS),
    rules: {
      noticeDeadline: rule('noticeDeadline'),
      warrantyEnd: rule('warrantyEnd'),
      licenceShortfall: rule('licenceShortfall'),
      loanOverdue: rule('loanOverdue'),
      servicingDue: rule('servicingDue'),
      budgetPassed: rule('budgetPassed'),
    },
  };
}

function ruleAt(config: Config | undefined, kind: AlertKind): AlertRule {
  const key = `alerts.${kind}`;
  const section = config?.getOptionalConfig(key);
  return {
    enabled: section?.getOptionalBoolean('enabled') ?? true,
    stages: stagesAt(section, key, THRESHOLDS[kind]),
    recipients: recipientsAt(section, key, RECIPIENTS[kind]),
  };
}

function stagesAt(
  section: Config | undefined,
  path: string,
  thresholds: Thresholds | undefined,
): number[] {
  if (!thresholds) {
    return [0];
  }
  const { key, fallback, least, most, negative } = thresholds;
  const written: unknown = section?.getOptional(key) ?? fallback;
  const allowed = `up to ${MOST_ENTRIES} whole numbers from ${least} to ${most}`;
  if (
    !Array.isArray(written) ||
    written.length === 0 ||
    written.length > MOST_ENTRIES
  ) {
    return refuse(`${path}.${key}`, allowed);
  }
  return written.map((value: unknown) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= least &&
    value <= most
      ? value * (negative ? -1 : 1)
      : refuse(`${path}.${key}`, allowed),
  );
}

function recipientsAt(
  section: Config | undefined,
  path: string,
  fallback: readonly string[],
): string[] {
  const written = section?.getOptionalStringArray('recipients') ?? fallback;
  return written.map((recipient, index) => {
    if (OWN_RECIPIENTS.includes(recipient)) {
      return recipient;
    }
    try {
      const ref = parseEntityRef(recipient);
      if (['group', 'user'].includes(ref.kind.toLowerCase())) {
        return stringifyEntityRef(ref);
      }
    } catch {
      // Told below like any other value that is not allowed.
    }
    return refuse(
      `${path}.recipients[${index}]`,
      'owner, holder, or the ref of a group or user such as group:default/procurement',
    );
  });
}
