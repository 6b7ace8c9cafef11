import {
  addRatios,
  compareRatios,
  divideRatios,
  divideRounded,
  multiplyRatios,
  type Ratio,
  ratio,
  ratioFromNumber,
  subtractRatios,
} from '../values';
import type { Piece } from './pieces';
import type { DepreciationRule } from './types';

/**
 * The charge of each piece; together exactly book − salvage.
 *
 * `lifeYears` is the whole life, for the declining-balance rate.
 */
export function chargesOf(
  rule: Pick<DepreciationRule, 'method' | 'factor'>,
  pieces: readonly Piece[],
  bookMinor: bigint,
  salvageMinor: bigint,
  lifeYears: Ratio,
): bigint[] {
  const base = bookMinor > salvageMinor ? bookMinor - salvageMinor : 0n;
  switch (rule.method) {
    case 'none':
      return pieces.map(() => 0n);
    case 'declining-balance':
      return decliningCharges(
        ratioFromNumber(rule.factor),
        pieces,
        bookMinor,
        base,
        lifeYears,
      );
    case 'sum-of-years-digits':
      return cumulativeCharges(base, pieces, digitsWeight(pieces));
    default:
      return cumulativeCharges(base, pieces, years => years);
  }
}

function decliningCharges(
  factor: Ratio,
  pieces: readonly Piece[],
  bookMinor: bigint,
  base: bigint,
  lifeYears: Ratio,
): bigint[] {
  let remainingYears = totalYears(pieces);
  let book = bookMinor;
  let left = base;
  return pieces.map((piece, index) => {
    const declining = multiplyRatios(
      multiplyRatios(ratio(book), divideRatios(factor, lifeYears)),
      piece.years,
    );
    const even = multiplyRatios(
      divideRatios(ratio(left), remainingYears),
      piece.years,
    );
    const larger = compareRatios(declining, even) > 0 ? declining : even;
    const rounded = divideRounded(
      larger.numerator,
      larger.denominator,
      'half-up',
    );
    const isLast = index === pieces.length - 1;
    const charge = isLast || rounded > left ? left : rounded;
    book -= charge;
    left -= charge;
    remainingYears = subtractRatios(remainingYears, piece.years);
    return charge;
  });
}

/** Rounds the running total, so that the charges telescope to the base. */
function cumulativeCharges(
  base: bigint,
  pieces: readonly Piece[],
  weightUntil: (years: Ratio) => Ratio,
): bigint[] {
  const whole = weightUntil(totalYears(pieces));
  let years = ratio(0n);
  let before = 0n;
  return pieces.map((piece, index) => {
    years = addRatios(years, piece.years);
    const share = divideRatios(weightUntil(years), whole);
    const after =
      index === pieces.length - 1
        ? base
        : divideRounded(base * share.numerator, share.denominator, 'half-up');
    const charge = after - before;
    before = after;
    return charge;
  });
}

/**
 * Sum of years' digits up to a point of the life: year j of Y has the digit
 * Y − j, and a part of a year that part of its digit.
 */
function digitsWeight(pieces: readonly Piece[]): (years: Ratio) => Ratio {
  const life = totalYears(pieces);
  return years => {
    const whole = years.numerator / years.denominator;
    const part = subtractRatios(years, ratio(whole));
    const full = subtractRatios(
      multiplyRatios(life, ratio(whole)),
      ratio((whole * (whole - 1n)) / 2n),
    );
    const digit = subtractRatios(life, ratio(whole));
    return addRatios(full, multiplyRatios(part, digit));
  };
}

function totalYears(pieces: readonly Piece[]): Ratio {
  return pieces.reduce((sum, piece) => addRatios(sum, piece.years), ratio(0n));
}
