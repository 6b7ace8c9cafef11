import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import type { PublicationScope } from '@backstage-itam/plugin-itam-common';

/** How registered records are published, with defaults filled in. */
export interface PublicationConfig {
  scope: PublicationScope;
  /** How often changes are read. */
  scheduleMs: number;
  /** How often everything is read. */
  fullPassMs: number;
  /**
   * Share of the entities shown, 0 to 1, that the register has to name for
   * any of the others to be removed; 0 for no such guard.
   */
  guardShare: number;
}

const PREFIX = 'itam.catalog.publication';
const GUARD_KEY = 'itam.reconciliation.guardShare';
const SCOPES: readonly PublicationScope[] = ['all', 'linked', 'none'];

/**
 * Reads `itam.catalog.publication`; throws an InputError that names the key on
 * a value that makes no sense.
 */
export function readPublicationConfig(config: Config): PublicationConfig {
  const written = config.getOptionalString(`${PREFIX}.scope`) ?? 'linked';
  const scope = SCOPES.find(known => known === written);
  if (!scope) {
    throw new InputError(
      `${PREFIX}.scope must be one of ${SCOPES.join(', ')}, got '${written}'`,
    );
  }
  const guardShare = config.getOptionalNumber(GUARD_KEY) ?? 0.5;
  if (!(guardShare >= 0 && guardShare <= 1)) {
    throw new InputError(`${GUARD_KEY} must be from 0 to 1`);
  }
  return {
    scope,
    scheduleMs: durationMs(config, 'schedule', { seconds: 5 }),
    fullPassMs: durationMs(config, 'fullPass', { hours: 1 }),
    guardShare,
  };
}

function durationMs(
  config: Config,
  key: string,
  fallback: HumanDuration,
): number {
  const path = `${PREFIX}.${key}`;
  const valueMs = durationToMilliseconds(
    config.has(path) ? readDurationFromConfig(config, { key: path }) : fallback,
  );
  if (!Number.isFinite(valueMs) || valueMs <= 0) {
    throw new InputError(`${path} must be longer than zero`);
  }
  return valueMs;
}
