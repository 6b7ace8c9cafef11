import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';

/** The scheduler's tasks are not meant to run more often. */
const SHORTEST_SCHEDULE_MS = 1_000;

/** Throws InputError that names a key below `itam` and what is allowed. */
export function refuse(key: string, allowed: string): never {
  throw new InputError(`Configuration itam.${key}: expected ${allowed}`);
}

/** A duration of zero or more in milliseconds. */
export function durationAt(
  config: Config | undefined,
  key: string,
  fallbackMs: number,
): number {
  if (!config?.has(key)) {
    return fallbackMs;
  }
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  return milliseconds >= 0 ? milliseconds : refuse(key, 'no negative duration');
}

/** How often a task runs in milliseconds, a second at least. */
export function scheduleAt(
  config: Config | undefined,
  key: string,
  fallbackMs: number,
): number {
  const milliseconds = durationAt(config, key, fallbackMs);
  return milliseconds >= SHORTEST_SCHEDULE_MS
    ? milliseconds
    : refuse(key, 'a duration of at least one second');
}

/** A number within bounds. */
export function numberAt(
  config: Config | undefined,
  key: string,
  options: { fallback: number; least: number; most: number; whole: boolean },
): number {
  const value = config?.getOptionalNumber(key) ?? options.fallback;
  const { least, most, whole } = options;
  if (value < least || value > most || (whole && !Number.isInteger(value))) {
    refuse(key, `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
  }
  return value;
}
