import type { AssetSpec } from '../../entities/types';
import { defaultStatus, TERMINAL_STATUSES } from '../../lifecycle';

/** The status of an asset, its stage's first where none is given. */
export function statusOf(spec: AssetSpec): string {
  return spec.status ?? defaultStatus(spec.stage);
}

/** Whether the asset is in somebody's or something's use, loans included. */
export function isInUse(spec: AssetSpec): boolean {
  const status = statusOf(spec);
  return status === 'in-use' || status === 'on-loan';
}

/** Whether the organisation still has the asset, in use or not. */
export function isHeld(spec: AssetSpec): boolean {
  return (
    spec.stage === 'deployment' ||
    spec.stage === 'maintenance' ||
    statusOf(spec) === 'retired'
  );
}

/** Whether the asset has left for good. */
export function hasLeft(spec: AssetSpec): boolean {
  return TERMINAL_STATUSES.some(status => status === statusOf(spec));
}
