import {
  divideRatios,
  multiplyRatios,
  type Ratio,
  ratio,
  subtractRatios,
} from '../values';
import type { ComparedLine, DifferenceCause } from './comparedLine';

/** Effects of one line, exact, in minor units of the reporting currency. */
export type ExactEffects = Partial<Record<DifferenceCause, Ratio>>;

const ZERO = ratio(0n);
const ONE = ratio(1n);

/**
 * Shares of a node and the whole are rounded apart, so a share that differs
 * by no more than this is taken as the same one.
 */
const SHARE_ROUNDING_MINOR = 2n;

/**
 * Why a record's cost in one currency differs; the effects add up to the
 * difference of the converted amounts, where no rate is nothing.
 */
export function effectsOfLine(
  base: ComparedLine | undefined,
  current: ComparedLine | undefined,
): ExactEffects {
  const b = sideOf(base);
  const c = sideOf(current);
  const total = ratio(c.convertedMinor - b.convertedMinor);
  if (!b.known || !c.known) {
    // The cost is in one of the totals only because of its rate.
    return { rate: total };
  }
  if (b.minor === 0n || c.minor === 0n) {
    return withoutOneSide(b, c);
  }
  const rate = baseRate(b, c);
  const inReporting = (minor: Ratio) => multiplyRatios(minor, rate);
  const booked = bookedEffects(b, c, base?.quantity, current?.quantity);
  const explained = inReporting(ratio(c.minor - b.minor));
  return {
    price: inReporting(booked.price),
    quantity: inReporting(booked.quantity),
    share: inReporting(booked.share),
    schedule: inReporting(booked.schedule),
    adjustment: inReporting(booked.adjustment),
    rate: subtractRatios(total, explained),
  };
}

interface Side {
  minor: bigint;
  wholeMinor: bigint;
  adjustmentMinor: bigint;
  scheduleMinor: bigint;
  convertedMinor: bigint;
  /** Whether what was booked could be converted. */
  known: boolean;
}

function sideOf(line: ComparedLine | undefined): Side {
  return {
    minor: line?.minor ?? 0n,
    wholeMinor: line?.wholeMinor ?? 0n,
    adjustmentMinor: line?.adjustmentMinor ?? 0n,
    scheduleMinor: line?.scheduleMinor ?? 0n,
    convertedMinor: line?.convertedMinor ?? 0n,
    known: !line || line.minor === 0n || line.convertedMinor !== null,
  };
}

/**
 * Months of opposite sign may cancel out as booked and yet differ once
 * converted; that is what rates did.
 */
function withoutOneSide(b: Side, c: Side): ExactEffects {
  const isNew = b.minor === 0n && c.minor !== 0n;
  const isEnded = c.minor === 0n && b.minor !== 0n;
  return {
    ...(isNew ? { new: ratio(c.convertedMinor) } : {}),
    ...(isEnded ? { ended: ratio(-b.convertedMinor) } : {}),
    rate: ratio(
      (isNew ? 0n : c.convertedMinor) - (isEnded ? 0n : b.convertedMinor),
    ),
  };
}

/** What one minor unit of the base period was worth. */
function baseRate(b: Side, c: Side): Ratio {
  return b.convertedMinor === 0n
    ? ratio(c.convertedMinor, c.minor)
    : ratio(b.convertedMinor, b.minor);
}

/** Effects in the booked currency; they add up to the booked difference. */
function bookedEffects(
  b: Side,
  c: Side,
  baseUnits: Ratio | null | undefined,
  currentUnits: Ratio | null | undefined,
) {
  const growth = shareGrowth(b, c);
  // What the base period would have cost with the share of the current one.
  const schedule0 = multiplyRatios(ratio(b.scheduleMinor), growth);
  const running0 = multiplyRatios(
    ratio(b.minor - b.adjustmentMinor - b.scheduleMinor),
    growth,
  );
  const running1 = ratio(c.minor - c.adjustmentMinor - c.scheduleMinor);
  const comparable = baseUnits && currentUnits && baseUnits.numerator !== 0n;
  const quantity = comparable
    ? multiplyRatios(
        running0,
        subtractRatios(divideRatios(currentUnits, baseUnits), ONE),
      )
    : ZERO;
  return {
    adjustment: ratio(c.adjustmentMinor - b.adjustmentMinor),
    share: multiplyRatios(
      ratio(b.minor - b.adjustmentMinor),
      subtractRatios(growth, ONE),
    ),
    schedule: subtractRatios(ratio(c.scheduleMinor), schedule0),
    quantity,
    price: subtractRatios(subtractRatios(running1, running0), quantity),
  };
}

/** The node's current share of the record over its share in the base. */
function shareGrowth(b: Side, c: Side): Ratio {
  if (b.wholeMinor === 0n || c.wholeMinor === 0n) {
    return ONE;
  }
  const crossed = c.minor * b.wholeMinor - b.minor * c.wholeMinor;
  const wider = larger(magnitude(b.wholeMinor), magnitude(c.wholeMinor));
  return magnitude(crossed) <= SHARE_ROUNDING_MINOR * wider
    ? ONE
    : ratio(c.minor * b.wholeMinor, b.minor * c.wholeMinor);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
