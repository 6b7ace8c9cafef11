import {
  divideRounded,
  fitToTotal,
  type ComparedLine,
  type Ratio,
} from '@backstage-itam/plugin-itam-common';
import type { ComparedCost } from '../../stores/queries/comparedCosts';
import {
  conversionFactors,
  sumOfFractions,
  timesFactor,
} from '../costs/conversionFactors';
import type { ConversionOptions } from '../costs/convertFigures';

/** Lines of a period, and what could not be converted. */
export interface ConvertedLines {
  lines: ComparedLine[];
  /** Currencies and months (indices) left out for want of a rate. */
  missing: Map<string, number[]>;
}

/**
 * Adds up what records cost in a period and converts it as every other answer
 * does: the total of a month is rounded once and the records are fitted to it.
 *
 * Months without a rate are in no converted amount. Quantities are not known
 * here.
 */
export function comparedLines(
  costs: readonly ComparedCost[],
  options: Pick<ConversionOptions, 'table' | 'reportingCurrency' | 'today'>,
): ConvertedLines {
  const lines = new Map<string, ComparedLine>();
  const months = new Map<number, { line: ComparedLine; exact: Ratio }[]>();
  const missing = new Map<string, Set<number>>();
  const factors = conversionFactors(options);
  for (const cost of costs) {
    const line = lineOf(lines, cost);
    line.minor += cost.minor;
    line.wholeMinor += cost.wholeMinor;
    line.adjustmentMinor += cost.adjustmentMinor;
    line.scheduleMinor += cost.scheduleMinor;
    if (cost.month === undefined) {
      line.convertedMinor = (line.convertedMinor ?? 0n) + cost.minor;
    } else if (cost.minor !== 0n) {
      const factor = factors(cost.currency, cost.month);
      if (factor) {
        const parts = months.get(cost.month) ?? [];
        months.set(cost.month, parts);
        parts.push({ line, exact: timesFactor(cost.minor, factor) });
      } else {
        const of = missing.get(cost.currency) ?? new Set<number>();
        missing.set(cost.currency, of.add(cost.month));
      }
    }
  }
  months.forEach(addMonth);
  return {
    lines: [...lines.values()],
    missing: new Map(
      [...missing]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, of]) => [currency, [...of].sort((a, b) => a - b)]),
    ),
  };
}

function lineOf(
  lines: Map<string, ComparedLine>,
  { ref, currency }: ComparedCost,
): ComparedLine {
  const name = `${ref} ${currency}`;
  let line = lines.get(name);
  if (!line) {
    line = {
      key: ref,
      currency,
      minor: 0n,
      wholeMinor: 0n,
      quantity: null,
      adjustmentMinor: 0n,
      scheduleMinor: 0n,
      convertedMinor: null,
    };
    lines.set(name, line);
  }
  return line;
}

function addMonth(
  parts: readonly { line: ComparedLine; exact: Ratio }[],
): void {
  const exact = sumOfFractions(parts.map(part => part.exact));
  fitToTotal(
    divideRounded(exact.numerator, exact.denominator, 'half-up'),
    parts.map(part => ({
      key: `${part.line.key} ${part.line.currency}`,
      exact: part.exact,
    })),
  ).forEach(({ minor }, index) => {
    const { line } = parts[index];
    line.convertedMinor = (line.convertedMinor ?? 0n) + minor;
  });
}
