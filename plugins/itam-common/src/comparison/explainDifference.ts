import { byRef } from '../allocation';
import { addRatios, compareRatios, type Ratio, ratio } from '../values';
import {
  type ComparedLine,
  DIFFERENCE_CAUSES,
  type DifferenceCause,
} from './comparedLine';
import { effectsOfLine, type ExactEffects } from './effectsOfLine';

/**
 * A cause with what it makes of a difference.
 * @public
 */
export interface DifferenceEffect {
  /** The cause. */
  cause: DifferenceCause;
  /** Minor units of the reporting currency; never 0. */
  minor: bigint;
}

/**
 * One record's part of a difference, in minor units of the reporting currency.
 * @public
 */
export interface RecordDifference {
  /** Full ref of the record. */
  key: string;
  /** What it cost in the base period, as far as rates are known. */
  baseMinor: bigint;
  /** What it cost in the current period, as far as rates are known. */
  currentMinor: bigint;
  /** Current less base. */
  differenceMinor: bigint;
  /** They add up to the difference; in order of {@link DIFFERENCE_CAUSES}. */
  effects: DifferenceEffect[];
}

/**
 * Why a cost differs between two periods, in minor units of the reporting
 * currency.
 * @public
 */
export interface ExplainedDifference {
  /** Sum of the base period, as far as rates are known. */
  baseMinor: bigint;
  /** Sum of the current period, as far as rates are known. */
  currentMinor: bigint;
  /** Current less base. */
  differenceMinor: bigint;
  /** They add up to the difference; in order of {@link DIFFERENCE_CAUSES}. */
  effects: DifferenceEffect[];
  /**
   * All records of either period, those with the largest difference first,
   * then by ref; they add up to the difference too.
   */
  records: RecordDifference[];
}

/**
 * Explains the difference between two periods record by record.
 *
 * Per record and currency, first match: nothing in the base period is `new`,
 * nothing in the current one `ended`. Else, with the effective rate of the base
 * period (converted over booked): `rate` is what the current cost is worth
 * more at its own rate; `adjustment` the difference of corrections of closed
 * months; `share` what the base cost would differ with the current share of
 * the node, a share within two minor units being the same one; `schedule` the
 * difference of what follows a schedule, at the current share; `quantity` the
 * difference of units at the base price and current share; `price` the rest.
 * Where the rate of one period is missing, its cost counts nothing and the
 * difference is one of `rate`.
 *
 * Effects are exact fractions, rounded to whole minor units per record by
 * largest remainder. The order of lines does not matter. Throws RangeError when
 * a period has two lines of one record and currency.
 * @public
 */
export function explainDifference(
  base: readonly ComparedLine[],
  current: readonly ComparedLine[],
): ExplainedDifference {
  const records = new Map<string, OpenRecord>();
  for (const [before, after] of pairs(base, current)) {
    const key = before?.key ?? after?.key ?? '';
    const record = records.get(key) ?? {
      baseMinor: 0n,
      currentMinor: 0n,
      effects: {},
    };
    record.baseMinor += before?.convertedMinor ?? 0n;
    record.currentMinor += after?.convertedMinor ?? 0n;
    record.effects = sum(record.effects, effectsOfLine(before, after));
    records.set(key, record);
  }
  const differences = [...records]
    .map(([key, record]) => closed(key, record))
    .sort(bySize);
  const total = (pick: (record: RecordDifference) => bigint) =>
    differences.reduce((minor, record) => minor + pick(record), 0n);
  return {
    baseMinor: total(({ baseMinor }) => baseMinor),
    currentMinor: total(({ currentMinor }) => currentMinor),
    differenceMinor: total(({ differenceMinor }) => differenceMinor),
    effects: sumOfEffects(differences.flatMap(({ effects }) => effects)),
    records: differences,
  };
}

/**
 * Adds up effects, cause by cause, in order of {@link DIFFERENCE_CAUSES};
 * causes that amount to nothing are left out.
 * @public
 */
export function sumOfEffects(
  effects: readonly DifferenceEffect[],
): DifferenceEffect[] {
  return DIFFERENCE_CAUSES.map(cause => ({
    cause,
    minor: effects.reduce(
      (minor, effect) =>
        effect.cause === cause ? minor + effect.minor : minor,
      0n,
    ),
  })).filter(({ minor }) => minor !== 0n);
}

interface OpenRecord {
  baseMinor: bigint;
  currentMinor: bigint;
  effects: ExactEffects;
}

type Pair = [ComparedLine | undefined, ComparedLine | undefined];

/** Lines of the same record and currency side by side. */
function pairs(
  base: readonly ComparedLine[],
  current: readonly ComparedLine[],
): Iterable<Pair> {
  const found = new Map<string, Pair>();
  const add = (line: ComparedLine, side: 0 | 1) => {
    const key = JSON.stringify([line.key, line.currency]);
    const pair = found.get(key) ?? [undefined, undefined];
    if (pair[side]) {
      throw new RangeError(`${line.key} has two lines in ${line.currency}`);
    }
    pair[side] = line;
    found.set(key, pair);
  };
  base.forEach(line => add(line, 0));
  current.forEach(line => add(line, 1));
  return found.values();
}

function sum(a: ExactEffects, b: ExactEffects): ExactEffects {
  const result: ExactEffects = {};
  for (const cause of DIFFERENCE_CAUSES) {
    const [x, y] = [a[cause], b[cause]];
    const both = x && y ? addRatios(x, y) : x ?? y;
    if (both) {
      result[cause] = both;
    }
  }
  return result;
}

function closed(key: string, record: OpenRecord): RecordDifference {
  const { baseMinor, currentMinor } = record;
  return {
    key,
    baseMinor,
    currentMinor,
    differenceMinor: currentMinor - baseMinor,
    effects: rounded(record.effects, currentMinor - baseMinor),
  };
}

/** Rounds effects down; what is left goes to the largest remainders. */
function rounded(effects: ExactEffects, total: bigint): DifferenceEffect[] {
  const parts = DIFFERENCE_CAUSES.map((cause, order) => {
    const exact = effects[cause] ?? ratio(0n);
    const minor = floor(exact);
    return {
      cause,
      order,
      minor,
      rest: ratio(
        exact.numerator - minor * exact.denominator,
        exact.denominator,
      ),
    };
  });
  let left = parts.reduce((rest, { minor }) => rest - minor, total);
  const byRemainder = [...parts].sort(
    (a, b) => compareRatios(b.rest, a.rest) || a.order - b.order,
  );
  for (const part of byRemainder) {
    if (left <= 0n) {
      break;
    }
    part.minor += 1n;
    left -= 1n;
  }
  return parts
    .filter(({ minor }) => minor !== 0n)
    .map(({ cause, minor }) => ({ cause, minor }));
}

function bySize(a: RecordDifference, b: RecordDifference): number {
  return (
    compareRatios(ratio(magnitude(b)), ratio(magnitude(a))) ||
    byRef({ ref: a.key }, { ref: b.key })
  );
}

function magnitude({ differenceMinor }: RecordDifference): bigint {
  return differenceMinor < 0n ? -differenceMinor : differenceMinor;
}

function floor({ numerator, denominator }: Ratio): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}
