import {
  LIFECYCLE_STAGES,
  LIFECYCLE_STATUSES,
  type LifecycleStatus,
} from '@backstage-itam/plugin-itam-common';
import type { SectionTexts } from '../translation';

/** Every status in the order of an asset's life. */
export const STATUSES: readonly LifecycleStatus[] = LIFECYCLE_STAGES.flatMap(
  stage => [...LIFECYCLE_STATUSES[stage]],
);

/** A status in words; what is none is written as it is. */
export function statusText(t: SectionTexts, status: string): string {
  const known = STATUSES.find(one => one === status);
  return known ? t(`audits.status.${known}`) : status;
}
