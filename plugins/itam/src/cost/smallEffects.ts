import type { CostComparison } from '@backstage-itam/plugin-itam-common';
import { formatAmount, minorOf } from '@backstage-itam/plugin-itam-common';

type Effect = CostComparison['effects'][number];

/** Effects under a hundredth of the largest are noise beside it … */
const NOISE_DIVISOR = 100n;
/** … unless they reach one unit of the currency. */
const NOISE_BELOW = '1';

/**
 * Separates the effects worth reading from what rounding leaves beside them;
 * both together still add up to the difference. `rest` is a decimal text.
 */
export function withoutNoise(
  effects: readonly Effect[],
  currency: string,
): { shown: Effect[]; rest: string } {
  const size = ({ amount }: Effect) => {
    const minor = minorOf(amount, currency);
    return minor < 0n ? -minor : minor;
  };
  const largest = effects.reduce(
    (top, effect) => (size(effect) > top ? size(effect) : top),
    0n,
  );
  const unit = minorOf(NOISE_BELOW, currency);
  const isNoise = (effect: Effect) =>
    size(effect) < unit && size(effect) * NOISE_DIVISOR < largest;
  return {
    shown: effects.filter(effect => !isNoise(effect)),
    rest: formatAmount(
      effects
        .filter(isNoise)
        .reduce((sum, { amount }) => sum + minorOf(amount, currency), 0n),
      currency,
    ),
  };
}
