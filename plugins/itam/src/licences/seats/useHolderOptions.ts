import type { LicensePool } from '@backstage-itam/plugin-itam-common';
import {
  type EntityOption,
  useCatalogEntities,
} from '../../catalog/useCatalogEntities';
import { useRecordOptions } from '../../records/useRecordOptions';

/** Metrics whose seats devices have. */
const DEVICE_METRICS: readonly LicensePool['metric'][] = [
  'device',
  'device-cal',
  'core',
  'processor',
];

/**
 * People of the catalog, or devices of the register where the metric counts
 * these, that match a text; nothing when nobody answers, since any reference
 * can be typed.
 */
export function useHolderOptions(
  metric: LicensePool['metric'],
  text: string,
  wanted: boolean,
): EntityOption[] {
  const devices = DEVICE_METRICS.includes(metric);
  const people = useCatalogEntities(['user'], text, wanted && !devices);
  const assets = useRecordOptions(['Asset'], text, wanted && devices);
  return devices ? assets : people;
}
