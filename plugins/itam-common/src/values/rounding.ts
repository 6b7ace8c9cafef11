/**
 * How the exact quotient becomes a whole number. `half-up` and `half-even`
 * work on the magnitude: −2.5 becomes −3 and −2.
 * @public
 */
export type RoundingMode =
  | 'half-up'
  | 'half-even'
  | 'down'
  | 'up'
  | 'floor'
  | 'ceiling';

/**
 * Divides two integers exactly and rounds once.
 *
 * `down` is towards zero, `up` away from it. Throws RangeError when the
 * denominator is zero.
 * @public
 */
export function divideRounded(
  numerator: bigint,
  denominator: bigint,
  mode: RoundingMode,
): bigint {
  if (denominator === 0n) {
    throw new RangeError('Division by zero');
  }
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const rest = n % d;
  const magnitude = awayFromZero(quotient, rest, d, negative, mode)
    ? quotient + 1n
    : quotient;
  return negative ? -magnitude : magnitude;
}

function awayFromZero(
  quotient: bigint,
  rest: bigint,
  denominator: bigint,
  negative: boolean,
  mode: RoundingMode,
): boolean {
  if (rest === 0n) {
    return false;
  }
  const twice = rest * 2n;
  switch (mode) {
    case 'half-up':
      return twice >= denominator;
    case 'half-even':
      return (
        twice > denominator || (twice === denominator && quotient % 2n === 1n)
      );
    case 'up':
      return true;
    case 'floor':
      return negative;
    case 'ceiling':
      return !negative;
    default:
      return false;
  }
}
