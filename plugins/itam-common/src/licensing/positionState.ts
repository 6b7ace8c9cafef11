import type { PoolPosition } from './poolPosition';

/**
 * How a pool stands, in one word.
 *
 * `not-applicable`: nothing to comply to; `unknown`: the balance is not known;
 * `short`: more is consumed than entitled; `unused`: there are units nobody
 * uses; `balanced`: none of these.
 * @public
 */
export type PositionState =
  | 'short'
  | 'unused'
  | 'balanced'
  | 'unknown'
  | 'not-applicable';

/**
 * All states of a position, those to act on first.
 * @public
 */
export const POSITION_STATES: readonly PositionState[] = [
  'short',
  'unused',
  'balanced',
  'unknown',
  'not-applicable',
];

/**
 * The state of a position. What is short stays short even when some of its
 * seats are idle, and what is unknown is never called balanced.
 * @public
 */
export function positionState(
  position: Pick<PoolPosition, 'applicable' | 'balance' | 'unused'>,
): PositionState {
  const { applicable, balance, unused } = position;
  if (!applicable) {
    return 'not-applicable';
  }
  if (balance === null) {
    return 'unknown';
  }
  if (balance < 0) {
    return 'short';
  }
  return balance > 0 || (unused !== null && unused > 0) ? 'unused' : 'balanced';
}
