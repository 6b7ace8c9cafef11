import type { LifecycleStage } from '../entities/types';
import {
  defaultStatus,
  isLifecycleStatus,
  type LifecycleStatus,
  stageOfStatus,
} from './stages';

/**
 * Why a transition exists.
 *
 * `forward` goes on in life; `repair` leaves use for a while and comes back;
 * `return` goes back to stock; `reinstate` takes back a decision.
 * @public
 */
export type TransitionKind = 'forward' | 'repair' | 'return' | 'reinstate';

/**
 * A step an asset may take.
 * @public
 */
export interface LifecycleTransition {
  /** The status before. */
  from: LifecycleStatus;
  /** The status after. */
  to: LifecycleStatus;
  /** Why the step exists. */
  kind: TransitionKind;
  /** Whether whoever takes the step has to say why. */
  reasonRequired: boolean;
}

function step(
  kind: TransitionKind,
  from: LifecycleStatus,
  ...targets: LifecycleStatus[]
): LifecycleTransition[] {
  return targets.map(to => ({ from, to, kind, reasonRequired: false }));
}

function stepWithReason(
  kind: TransitionKind,
  from: LifecycleStatus,
  ...targets: LifecycleStatus[]
): LifecycleTransition[] {
  return targets.map(to => ({ from, to, kind, reasonRequired: true }));
}

/**
 * Every step that is allowed, in the order of the stages.
 * @public
 */
export const LIFECYCLE_TRANSITIONS: readonly LifecycleTransition[] = [
  ...step('forward', 'requested', 'approved'),
  ...stepWithReason('forward', 'requested', 'rejected'),
  // What is on the shelf need not be ordered.
  ...step('forward', 'approved', 'ordered', 'in-stock'),
  ...stepWithReason('forward', 'approved', 'rejected'),
  ...stepWithReason('reinstate', 'rejected', 'requested'),

  ...step('forward', 'ordered', 'received'),
  ...stepWithReason('reinstate', 'ordered', 'approved'),
  // Software and cloud go into use without stock or staging.
  ...step('forward', 'received', 'in-stock', 'staging', 'in-use'),
  ...stepWithReason('return', 'received', 'ordered'),

  ...step('forward', 'in-stock', 'staging', 'in-use', 'on-loan'),
  ...step('repair', 'in-stock', 'in-repair'),
  ...stepWithReason('forward', 'in-stock', 'missing', 'retired'),
  ...step('forward', 'staging', 'in-use', 'on-loan'),
  ...step('return', 'staging', 'in-stock'),
  ...stepWithReason('forward', 'staging', 'retired'),

  ...step('repair', 'in-use', 'in-repair'),
  ...step('forward', 'in-use', 'on-loan'),
  ...step('return', 'in-use', 'in-stock', 'staging'),
  ...stepWithReason('forward', 'in-use', 'missing', 'retired'),
  ...step('repair', 'in-repair', 'in-use', 'on-loan'),
  ...step('return', 'in-repair', 'in-stock', 'staging'),
  ...stepWithReason('forward', 'in-repair', 'missing', 'retired'),
  ...step('return', 'on-loan', 'in-stock', 'in-use'),
  ...step('repair', 'on-loan', 'in-repair'),
  ...stepWithReason('forward', 'on-loan', 'missing', 'retired'),
  ...stepWithReason('reinstate', 'missing', 'in-use', 'on-loan'),
  ...stepWithReason('return', 'missing', 'in-stock'),
  ...stepWithReason('forward', 'missing', 'retired'),

  ...step('forward', 'retired', 'disposed', 'sold', 'donated'),
  ...stepWithReason('reinstate', 'retired', 'in-stock', 'in-use'),
  ...stepWithReason('reinstate', 'disposed', 'retired'),
  ...stepWithReason('reinstate', 'sold', 'retired'),
  ...stepWithReason('reinstate', 'donated', 'retired'),
];

/**
 * A step with the stages it starts and ends in.
 * @public
 */
export interface AllowedTransition extends LifecycleTransition {
  /** The stage before. */
  fromStage: LifecycleStage;
  /** The stage after. */
  toStage: LifecycleStage;
}

/**
 * The steps an asset may take from where it is, in the order of the stages.
 *
 * Without a status the stage's default counts. A status that is not of the
 * stage allows nothing.
 * @public
 */
export function allowedTransitions(
  stage: LifecycleStage,
  status?: string,
): AllowedTransition[] {
  const from = status ?? defaultStatus(stage);
  if (stageOfStatus(from) !== stage) {
    return [];
  }
  return LIFECYCLE_TRANSITIONS.filter(one => one.from === from).flatMap(one => {
    const toStage = stageOfStatus(one.to);
    return toStage ? [{ ...one, fromStage: stage, toStage }] : [];
  });
}

/**
 * The step between two statuses, if it is allowed.
 * @public
 */
export function findTransition(
  from: string,
  to: string,
): LifecycleTransition | undefined {
  return LIFECYCLE_TRANSITIONS.find(one => one.from === from && one.to === to);
}

/**
 * Whether a step is allowed, and whether its reason is given where one is
 * needed.
 *
 * Answers `reason-missing` when only that is wrong, `not-allowed` for
 * everything else, unknown statuses included.
 * @public
 */
export function canTransition(change: {
  from: string;
  to: string;
  reason?: string;
}): 'allowed' | 'reason-missing' | 'not-allowed' {
  const { from, to, reason } = change;
  if (!isLifecycleStatus(from) || !isLifecycleStatus(to)) {
    return 'not-allowed';
  }
  const transition = findTransition(from, to);
  if (!transition) {
    return 'not-allowed';
  }
  return transition.reasonRequired && !reason?.trim()
    ? 'reason-missing'
    : 'allowed';
}
