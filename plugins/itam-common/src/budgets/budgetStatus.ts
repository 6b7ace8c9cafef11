import { divideRounded } from '../values';

/**
 * How a budget stands. `unknown`: rates are missing, so that part of the cost
 * is in no sum; `over`: more is spent already; `at-risk`: the forecast is
 * above the budget; `on-track`: none of these.
 * @public
 */
export type BudgetStateName = 'on-track' | 'at-risk' | 'over' | 'unknown';

/**
 * What a budget and its forecast amount to, in minor units of the currency of
 * the budget.
 * @public
 */
export interface BudgetFigures {
  /** What the node may cost in the fiscal year. */
  budgetMinor: bigint;
  /** Spent up to and including the current month. */
  actualMinor: bigint;
  /** What is going to be spent unless somebody ends it. */
  committedMinor: bigint;
  /** What is going to be spent if nothing changes. */
  expectedMinor: bigint;
  /** Whether any cost could not be converted. */
  ratesMissing: boolean;
}

/**
 * How a budget stands.
 * @public
 */
export interface BudgetStatus {
  /** The state. */
  state: BudgetStateName;
  /** Actual, committed and expected, in minor units. */
  forecastMinor: bigint;
  /** Forecast less budget, in minor units: positive is an overrun. */
  varianceMinor: bigint;
  /**
   * Actual as a percent of the budget, decimal text with two decimals at
   * most; null where the budget is 0.
   */
  usedPercent: string | null;
  /** Forecast as a percent of the budget, as `usedPercent`. */
  forecastPercent: string | null;
}

/**
 * Compares a budget with what is spent and forecast.
 * @public
 */
export function budgetStatus(figures: BudgetFigures): BudgetStatus {
  const { budgetMinor, actualMinor } = figures;
  const forecastMinor =
    actualMinor + figures.committedMinor + figures.expectedMinor;
  return {
    state: stateOf(figures, forecastMinor),
    forecastMinor,
    varianceMinor: forecastMinor - budgetMinor,
    usedPercent: percentText(actualMinor, budgetMinor),
    forecastPercent: percentText(forecastMinor, budgetMinor),
  };
}

function stateOf(
  { budgetMinor, actualMinor, ratesMissing }: BudgetFigures,
  forecastMinor: bigint,
): BudgetStateName {
  if (ratesMissing) {
    return 'unknown';
  }
  if (actualMinor > budgetMinor) {
    return 'over';
  }
  return forecastMinor > budgetMinor ? 'at-risk' : 'on-track';
}

function percentText(part: bigint, whole: bigint): string | null {
  if (whole === 0n) {
    return null;
  }
  const hundredths = divideRounded(part * 10_000n, whole, 'half-up');
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(
    3,
    '0',
  );
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return (hundredths < 0n ? '-' : '') + text.replace(/\.?0+$/, '');
}
