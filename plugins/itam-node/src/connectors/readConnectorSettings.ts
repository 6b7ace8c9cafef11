import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  importField,
  isCurrency,
  isLifecycleStatus,
  ITAM_KINDS,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { ConnectorSettings } from './ConnectorSettings';

const HOUR = 3_600_000;
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { hours: 2 },
  initialDelay: { seconds: 30 },
};
const DEFAULT_MAX_SHARE = 0.1;

/**
 * Reads the settings that all connectors share: `schedule`, `fullEvery`,
 * `conflicts`, `removal`, `currency`, `statuses` and `defaults`.
 *
 * Throws InputError that names the key and what is allowed there.
 *
 * @param config - The section of the connector
 * @param key - Where the section is, for messages
 * @param reading - How the source writes dates and decimals
 * @public
 */
export function readConnectorSettings(
  config: Config,
  key: string,
  reading: Pick<ConnectorSettings['reading'], 'dateFormat' | 'decimal'>,
): ConnectorSettings {
  const refuse = (name: string, allowed: string): never => {
    throw new InputError(`Configuration ${key}.${name}: expected ${allowed}`);
  };
  const schedule = config.getOptionalConfig('schedule');
  const maxShare =
    config.getOptionalNumber('removal.maxShare') ?? DEFAULT_MAX_SHARE;
  if (!(maxShare >= 0 && maxShare <= 1)) {
    refuse('removal.maxShare', 'a number from 0 to 1');
  }
  const currency = config.getOptionalString('currency');
  if (currency !== undefined && !isCurrency(currency)) {
    refuse('currency', 'an ISO 4217 code');
  }
  const fullEveryMs = config.has('fullEvery')
    ? durationToMilliseconds(
        readDurationFromConfig(config, { key: 'fullEvery' }),
      )
    : 24 * HOUR;
  if (!(fullEveryMs >= 0)) {
    refuse('fullEvery', 'no negative duration');
  }
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
    fullEveryMs,
    conflicts: oneOf(
      config.getOptionalString('conflicts') ?? 'register',
      ['register', 'source'],
      allowed => refuse('conflicts', allowed),
    ),
    removal: {
      action: oneOf(
        config.getOptionalString('removal.action') ?? 'retire',
        ['retire', 'keep'],
        allowed => refuse('removal.action', allowed),
      ),
      maxShare,
    },
    reading: {
      ...reading,
      ...(currency === undefined ? {} : { currency }),
      statuses: readStatuses(config, refuse),
    },
    defaults: readDefaults(config, refuse),
  };
}

function oneOf<T extends string>(
  value: string,
  allowed: readonly T[],
  refuse: (allowed: string) => never,
): T {
  return (
    allowed.find(one => one === value) ?? refuse(`one of ${allowed.join(', ')}`)
  );
}

function readStatuses(
  config: Config,
  refuse: (name: string, allowed: string) => never,
): Record<string, string> {
  const words = config.getOptional<Record<string, unknown>>('statuses') ?? {};
  return Object.fromEntries(
    Object.entries(words).map(([word, status]) =>
      typeof status === 'string' && isLifecycleStatus(status)
        ? [word, status]
        : refuse(`statuses.${word}`, 'a status of the register'),
    ),
  );
}

function readDefaults(
  config: Config,
  refuse: (name: string, allowed: string) => never,
): ConnectorSettings['defaults'] {
  const section =
    config.getOptional<Record<string, Record<string, unknown>>>('defaults') ??
    {};
  const defaults: Partial<Record<ItamKind, Record<string, string>>> = {};
  for (const [kindName, cells] of Object.entries(section)) {
    const kind =
      ITAM_KINDS.find(one => one === kindName) ??
      refuse(`defaults.${kindName}`, `one of ${ITAM_KINDS.join(', ')}`);
    defaults[kind] = Object.fromEntries(
      Object.entries(cells ?? {}).map(([field, cell]) =>
        importField(kind, field) === undefined
          ? refuse(`defaults.${kindName}.${field}`, 'a field of an import')
          : [field, String(cell)],
      ),
    );
  }
  return defaults;
}
