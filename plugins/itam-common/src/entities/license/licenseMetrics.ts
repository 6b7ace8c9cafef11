import type { LicenseMetric, LicenseType } from '../types';

/**
 * All ways in which a licence may have been acquired.
 * @public
 */
export const LICENSE_TYPES: readonly LicenseType[] = [
  'subscription',
  'perpetual',
  'volume',
  'oem',
  'open-source',
  'saas',
  'commitment',
];

/**
 * All licence metrics.
 * @public
 */
export const LICENSE_METRICS: readonly LicenseMetric[] = [
  'named-user',
  'concurrent-user',
  'device',
  'core',
  'processor',
  'instance',
  'site',
  'user-cal',
  'device-cal',
  'consumption',
];

/**
 * Whether the metric counts things one by one, so that its quantity is a whole
 * number. Only consumption is measured rather than counted.
 * @public
 */
export function countsHeads(metric: string): boolean {
  return metric !== 'consumption';
}
