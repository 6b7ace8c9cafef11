import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

/** Settings of the catalog module, with defaults filled in. */
export interface CatalogModuleConfig {
  registerTimeoutMs: number;
  pollIntervalMs: number;
  longestRegisterPauseMs: number;
  yamlErrors: 'position' | 'verbatim';
  /** Whether the kinds are in the catalog's declarative model too. */
  modelLayer: boolean;
}

function durationMs(
  config: Config,
  key: string,
  fallback: HumanDuration,
): number {
  const path = `itam.catalog.${key}`;
  const valueMs = durationToMilliseconds(
    config.has(path) ? readDurationFromConfig(config, { key: path }) : fallback,
  );
  if (!Number.isFinite(valueMs) || valueMs <= 0) {
    throw new InputError(`${path} must be longer than zero`);
  }
  return valueMs;
}

/**
 * Reads `itam.catalog`; throws an InputError that names the key on a value
 * that makes no sense, so that a typing error stops the start.
 */
export function readCatalogModuleConfig(config: Config): CatalogModuleConfig {
  const yamlErrors =
    config.getOptionalString('itam.catalog.yamlErrors') ?? 'position';
  if (yamlErrors !== 'position' && yamlErrors !== 'verbatim') {
    throw new InputError(
      `itam.catalog.yamlErrors must be 'position' or 'verbatim', got '${yamlErrors}'`,
    );
  }
  return {
    registerTimeoutMs: durationMs(config, 'registerTimeout', { seconds: 3 }),
    pollIntervalMs: durationMs(config, 'pollInterval', { seconds: 5 }),
    longestRegisterPauseMs: durationMs(config, 'longestRegisterPause', {
      seconds: 15,
    }),
    yamlErrors,
    modelLayer: config.getOptionalBoolean('itam.catalog.modelLayer') ?? false,
  };
}
