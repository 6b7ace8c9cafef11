import {
  explainDifference,
  formatAmount,
  monthText,
  type CostComparison,
} from '@backstage-itam/plugin-itam-common';
import { authoriseNodes, type NodeVerdict } from '../costs/authoriseNodes';
import type { MonthRange } from '../costs/readCostQuestion';
import { renderMissingRates } from '../costs/renderMissingRates';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { differenceLines, renderEffects } from './differenceLines';
import { changedLines, differingRecords } from './differingRecords';
import { supplierLines } from './supplierLines';
import { addQuantities, readComparedLines } from './readComparedLines';
import {
  readComparisonQuestion,
  type ComparisonText,
} from './readComparisonQuestion';

/** An answer, or why there is none. */
export type ComparisonResult =
  | { comparison: CostComparison }
  | Extract<NodeVerdict, { allowed: false }>;

/**
 * Why the actual cost of a node differs between two periods.
 *
 * Throws InputError when the node or a period makes no sense.
 */
export async function readComparison(
  deps: ReadDeps,
  context: ReadContext,
  of: string,
  text: ComparisonText,
): Promise<ComparisonResult> {
  const { base, current } = readComparisonQuestion(of, text, {
    currentMonth: context.currentMonth,
    reportingCurrency: deps.config.reportingCurrency,
  });
  const { node, basis, view, reportingCurrency } = current;
  const verdict = (await authoriseNodes(deps, context, [node])).get(node.ref);
  if (!verdict?.allowed) {
    return verdict ?? { allowed: false, reason: 'not-found' };
  }
  const [before, after] = await Promise.all(
    [base, current].map(period =>
      readComparedLines(deps.knex, period, ['actual'], context),
    ),
  );
  // Units matter only where there is a difference to explain.
  const differing = differingRecords(before.lines, after.lines);
  await addQuantities(deps, before.lines, base, context, differing);
  await addQuantities(deps, after.lines, current, context, differing);
  const changed = changedLines(before.lines, after.lines);
  const explained = explainDifference(changed.base, changed.current);
  const amount = (minor: bigint) => formatAmount(minor, reportingCurrency);
  const period = (range: MonthRange, minor: bigint) => ({
    from: monthText(range.fromMonth),
    to: monthText(range.toMonthExclusive - 1),
    total: amount(minor),
  });
  return {
    comparison: {
      of: { ref: node.ref, kind: node.kind, title: verdict.title },
      basis,
      view,
      reportingCurrency,
      base: period(base, changed.sameMinor + explained.baseMinor),
      current: period(current, changed.sameMinor + explained.currentMinor),
      difference: amount(explained.differenceMinor),
      effects: renderEffects(explained.effects, reportingCurrency),
      lines:
        text.by === 'supplier'
          ? await supplierLines(
              deps.knex,
              // Of a supplier, what costs the same counts too.
              explainDifference(before.lines, after.lines).records,
              reportingCurrency,
            )
          : await differenceLines(
              deps.knex,
              context,
              explained.records,
              reportingCurrency,
            ),
      ratesMissing: renderMissingRates(
        mergedMonths(before.missing, after.missing),
      ),
      asOf: context.at,
    },
  };
}

function mergedMonths(
  a: ReadonlyMap<string, readonly number[]>,
  b: ReadonlyMap<string, readonly number[]>,
): Map<string, number[]> {
  const currencies = [...new Set([...a.keys(), ...b.keys()])].sort();
  return new Map(
    currencies.map(currency => [
      currency,
      [
        ...new Set([...(a.get(currency) ?? []), ...(b.get(currency) ?? [])]),
      ].sort((x, y) => x - y),
    ]),
  );
}
