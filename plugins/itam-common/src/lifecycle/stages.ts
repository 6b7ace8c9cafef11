import type { LifecycleStage } from '../entities/types';

/**
 * All life-cycle stages, in their order.
 * @public
 */
export const LIFECYCLE_STAGES: readonly LifecycleStage[] = [
  'planning',
  'procurement',
  'deployment',
  'maintenance',
  'decommission',
];

/**
 * Where an asset is within its stage.
 * @public
 */
export type LifecycleStatus =
  | 'requested'
  | 'approved'
  | 'rejected'
  | 'ordered'
  | 'received'
  | 'in-stock'
  | 'staging'
  | 'in-use'
  | 'in-repair'
  | 'on-loan'
  | 'missing'
  | 'retired'
  | 'disposed'
  | 'sold'
  | 'donated';

/**
 * The statuses of each stage; the first is the one assumed where none is
 * given.
 * @public
 */
export const LIFECYCLE_STATUSES: Readonly<
  Record<LifecycleStage, readonly LifecycleStatus[]>
> = {
  planning: ['requested', 'approved', 'rejected'],
  procurement: ['ordered', 'received'],
  deployment: ['in-stock', 'staging'],
  maintenance: ['in-use', 'in-repair', 'on-loan', 'missing'],
  decommission: ['retired', 'disposed', 'sold', 'donated'],
};

/**
 * Statuses in which an asset has left for good; only a correction with a
 * reason leads out of them.
 * @public
 */
export const TERMINAL_STATUSES: readonly LifecycleStatus[] = [
  'disposed',
  'sold',
  'donated',
];

/**
 * Whether the text is a life-cycle stage.
 * @public
 */
export function isLifecycleStage(text: string): text is LifecycleStage {
  return LIFECYCLE_STAGES.some(stage => stage === text);
}

/**
 * Whether the text is a status of any stage.
 * @public
 */
export function isLifecycleStatus(text: string): text is LifecycleStatus {
  return stageOfStatus(text) !== undefined;
}

/**
 * The statuses of a stage.
 * @public
 */
export function statusesOf(stage: LifecycleStage): readonly LifecycleStatus[] {
  return LIFECYCLE_STATUSES[stage];
}

/**
 * The status assumed for a stage when a record gives none.
 * @public
 */
export function defaultStatus(stage: LifecycleStage): LifecycleStatus {
  return LIFECYCLE_STATUSES[stage][0];
}

/**
 * The stage a status belongs to; undefined when no stage has it.
 * @public
 */
export function stageOfStatus(status: string): LifecycleStage | undefined {
  return LIFECYCLE_STAGES.find(stage =>
    LIFECYCLE_STATUSES[stage].some(known => known === status),
  );
}
