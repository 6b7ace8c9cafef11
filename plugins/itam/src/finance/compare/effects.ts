import type {
  DifferenceCauseName,
  DifferenceLine,
} from '@backstage-itam/plugin-itam-common';
import { isZero } from '../../cost/amounts';

/** What came and went first, then what changed, then what was only restated. */
const ORDER: readonly DifferenceCauseName[] = [
  'new',
  'ended',
  'quantity',
  'price',
  'share',
  'schedule',
  'rate',
  'adjustment',
];

/**
 * Effects that are not zero, in an order that does not depend on the figures.
 */
export function sortedEffects(
  effects: DifferenceLine['effects'],
): DifferenceLine['effects'] {
  return ORDER.flatMap(cause =>
    effects.filter(effect => effect.cause === cause && !isZero(effect.amount)),
  );
}
