import type { AssetSpec } from '../entities/types';
import { accrualTotal, type MonthIndex } from '../values';
import { depreciate } from './depreciate';
import { UnsupportedDepreciationError } from './errors';
import { type Holding, holdingOf, isHeldAtEndOf } from './holding';
import { depreciationRuleOf } from './rule';
import type {
  Depreciation,
  DepreciationOptions,
  DepreciationRule,
} from './types';

/**
 * How cost, accumulated depreciation and book value of assets got from the
 * beginning of a range of months to its end, in minor units of one currency.
 *
 * openingCost + purchases + improvements − disposals = closingCost;
 * openingDepreciation + depreciation + impairment − depreciationDisposed =
 * closingDepreciation; book = cost − accumulated depreciation, at both ends.
 *
 * Source: IAS 16, paragraph 73 (d) and (e): gross carrying amount and
 * accumulated depreciation, aggregated with accumulated impairment losses, at
 * the beginning and the end, and the movements between them.
 * @public
 */
export interface FixedAssetMovements {
  /** Cost of what was in the books before the first month. */
  openingCostMinor: bigint;
  /** Cost of what came in. */
  purchasesMinor: bigint;
  /** Improvements of what was, or came, in. */
  improvementsMinor: bigint;
  /** Cost, with improvements, of what was disposed of. */
  disposalsMinor: bigint;
  /** Cost of what is in the books after the last month. */
  closingCostMinor: bigint;
  /** Depreciation and impairments until the first month, of what was in. */
  openingDepreciationMinor: bigint;
  /** Depreciation of the range. */
  depreciationMinor: bigint;
  /** Impairments of the range. */
  impairmentMinor: bigint;
  /** Depreciation and impairments of what was disposed of. */
  depreciationDisposedMinor: bigint;
  /** Depreciation and impairments until the end, of what is in. */
  closingDepreciationMinor: bigint;
  /** The part of the opening depreciation that is impairments. */
  openingImpairmentMinor: bigint;
  /** The part of the depreciation disposed of that is impairments. */
  impairmentDisposedMinor: bigint;
  /** The part of the closing depreciation that is impairments. */
  closingImpairmentMinor: bigint;
  /** Book value before the first month. */
  openingBookMinor: bigint;
  /** Book value after the last month. */
  closingBookMinor: bigint;
}

/**
 * The movements of one asset.
 * @public
 */
export interface FixedAssetLine extends FixedAssetMovements {
  /** The key it was given under. */
  key: string;
  /** ISO 4217 code of all amounts. */
  currency: string;
}

/**
 * The result of {@link fixedAssetRollForward}.
 * @public
 */
export interface FixedAssetRollForward {
  /** Assets that were in the books at any time of the range, in their order. */
  lines: FixedAssetLine[];
  /**
   * Keys of assets with a purchase that are in no line: planned and ordered
   * ones, and those whose depreciation cannot be computed as written.
   */
  withoutSchedule: string[];
}

const NONE: FixedAssetMovements = {
  openingCostMinor: 0n,
  purchasesMinor: 0n,
  improvementsMinor: 0n,
  disposalsMinor: 0n,
  closingCostMinor: 0n,
  openingDepreciationMinor: 0n,
  depreciationMinor: 0n,
  impairmentMinor: 0n,
  depreciationDisposedMinor: 0n,
  closingDepreciationMinor: 0n,
  openingImpairmentMinor: 0n,
  impairmentDisposedMinor: 0n,
  closingImpairmentMinor: 0n,
  openingBookMinor: 0n,
  closingBookMinor: 0n,
};

function isMovement(name: string): name is keyof FixedAssetMovements {
  return name in NONE;
}

const MOVEMENTS = Object.keys(NONE).filter(isMovement);

/** What has been added and charged up to and with a month. */
interface Standing {
  improvements: bigint;
  depreciation: bigint;
  impairments: bigint;
}

const NOTHING: Standing = {
  improvements: 0n,
  depreciation: 0n,
  impairments: 0n,
};

/**
 * The roll-forward of assets over months [fromMonth, toMonthExclusive).
 *
 * An asset comes in with its cost in the month of its purchase, or of its first
 * day in service where that is earlier, and goes out in the month of its
 * disposal, as {@link bookValueOn} has it. Events dated before it came in count
 * in the month it does. Assets without a purchase are left out. Throws
 * RangeError for an empty range.
 * @public
 */
export function fixedAssetRollForward(
  assets: Iterable<{ key: string; spec: AssetSpec }>,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
  options: DepreciationOptions,
): FixedAssetRollForward {
  if (fromMonth >= toMonthExclusive) {
    throw new RangeError('A roll-forward has at least one month');
  }
  const lines: FixedAssetLine[] = [];
  const withoutSchedule: string[] = [];
  for (const { key, spec } of assets) {
    if (!spec.financials?.purchase) {
      continue;
    }
    const rule = ruleInBooks(spec, options);
    if (!rule) {
      withoutSchedule.push(key);
      continue;
    }
    const holding = holdingOf(spec, rule);
    if (isHeldIn(holding, fromMonth, toMonthExclusive)) {
      const movements = movementsOf(rule, holding, fromMonth, toMonthExclusive);
      lines.push({ key, currency: rule.currency, ...movements });
    }
  }
  return { lines, withoutSchedule };
}

/**
 * The movements of many assets of one currency added up; all zero for none.
 * @public
 */
export function sumMovements(
  lines: Iterable<FixedAssetMovements>,
): FixedAssetMovements {
  const sum = { ...NONE };
  for (const line of lines) {
    for (const name of MOVEMENTS) {
      sum[name] += line[name];
    }
  }
  return sum;
}

/** Planned and ordered assets are not in the books yet. */
function ruleInBooks(
  spec: AssetSpec,
  options: DepreciationOptions,
): DepreciationRule | undefined {
  if (spec.stage === 'planning' || spec.stage === 'procurement') {
    return undefined;
  }
  try {
    return depreciationRuleOf(spec, options);
  } catch (error) {
    if (error instanceof UnsupportedDepreciationError) {
      return undefined;
    }
    throw error;
  }
}

/** In the books at some time of the range, be it within one month. */
function isHeldIn(
  { firstMonth, disposalMonth }: Holding,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): boolean {
  return (
    firstMonth < toMonthExclusive &&
    (disposalMonth === null ||
      (disposalMonth >= firstMonth && disposalMonth >= fromMonth))
  );
}

function movementsOf(
  rule: DepreciationRule,
  holding: Holding,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): FixedAssetMovements {
  const result = depreciate(rule);
  const { firstMonth, disposalMonth } = holding;
  const before = fromMonth - 1;
  const last = toMonthExclusive - 1;
  const opening = isHeldAtEndOf(holding, before)
    ? standingAt(result, before)
    : NOTHING;
  const startsWithin = firstMonth >= fromMonth;
  const disposed = disposalMonth !== null && disposalMonth <= last;
  // What is disposed of has all it was charged, up to and with that month.
  const end = standingAt(result, disposed ? disposalMonth : last);
  const cost = rule.costMinor;
  const openingCostMinor = startsWithin ? 0n : cost + opening.improvements;
  const grossCost = cost + end.improvements;
  const charged = end.depreciation + end.impairments;
  const openingDepreciationMinor = opening.depreciation + opening.impairments;
  const closingCostMinor = disposed ? 0n : grossCost;
  const closingDepreciationMinor = disposed ? 0n : charged;
  return {
    openingCostMinor,
    purchasesMinor: startsWithin ? cost : 0n,
    improvementsMinor: end.improvements - opening.improvements,
    disposalsMinor: disposed ? grossCost : 0n,
    closingCostMinor,
    openingDepreciationMinor,
    depreciationMinor: end.depreciation - opening.depreciation,
    impairmentMinor: end.impairments - opening.impairments,
    depreciationDisposedMinor: disposed ? charged : 0n,
    closingDepreciationMinor,
    openingImpairmentMinor: opening.impairments,
    impairmentDisposedMinor: disposed ? end.impairments : 0n,
    closingImpairmentMinor: disposed ? 0n : end.impairments,
    openingBookMinor: openingCostMinor - openingDepreciationMinor,
    closingBookMinor: closingCostMinor - closingDepreciationMinor,
  };
}

function standingAt(result: Depreciation, month: MonthIndex): Standing {
  const until = (entries: { month: MonthIndex; minor: bigint }[]) =>
    entries.reduce(
      (sum, entry) => (entry.month <= month ? sum + entry.minor : sum),
      0n,
    );
  return {
    improvements: until(result.improvements),
    impairments: until(result.impairments),
    depreciation: result.depreciation.reduce(
      (sum, part) => sum + accrualTotal(part, part.startMonth, month + 1),
      0n,
    ),
  };
}
