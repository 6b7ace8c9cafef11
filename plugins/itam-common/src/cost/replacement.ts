import { costOf, depreciate, depreciationRuleOf } from '../depreciation';
import type { PlainDate } from '../values';
import { assetCertainty } from './assetSpans';
import type { CostOptions } from './options';
import { clipSpans, type CostSpan } from './spans';
import type { CostContext, CostRecord } from './types';

/**
 * What is expected to be bought in place of an asset.
 * @public
 */
export interface ExpectedReplacement {
  /** The end of life of the asset it follows, an ISO calendar date. */
  date: PlainDate;
  /** What the asset cost, in minor units: the ledger's amount where it has one. */
  minor: bigint;
  /** ISO 4217 code. */
  currency: string;
}

/**
 * The expected replacement of an asset in use, bought, not disposed of and not
 * removed, whose end of life is after `options.asOf`; undefined for any other
 * record, and when another asset replaces it already: planned (and not
 * rejected), ordered or in use.
 * @public
 */
export function expectedReplacement(
  record: CostRecord,
  context: CostContext,
  options: Pick<CostOptions, 'asOf'>,
): ExpectedReplacement | undefined {
  if (record.kind !== 'Asset' || record.removedOn !== null) {
    return undefined;
  }
  const { stage, endOfLife, disposal, financials } = record.spec;
  const isInUse = stage === 'deployment' || stage === 'maintenance';
  const purchase = financials?.purchase;
  if (
    !isInUse ||
    disposal ||
    !purchase ||
    endOfLife === undefined ||
    endOfLife <= options.asOf ||
    context.replacedBy?.(record.ref).some(other => isCounted(other, record))
  ) {
    return undefined;
  }
  return { date: endOfLife, ...costOf(purchase) };
}

function isCounted(other: CostRecord, replaced: CostRecord): boolean {
  return (
    other.kind === 'Asset' &&
    other.ref !== replaced.ref &&
    other.removedOn === null &&
    assetCertainty(other.spec) !== undefined
  );
}

/** Depreciation of the replacement, by the rule of the asset it follows. */
export function replacementSpans(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): CostSpan[] {
  const replacement = expectedReplacement(record, context, options);
  const rule =
    replacement && record.kind === 'Asset'
      ? depreciationRuleOf(record.spec, options)
      : undefined;
  if (!replacement || !rule) {
    return [];
  }
  const { depreciation } = depreciate({
    ...rule,
    inService: replacement.date,
    events: [],
    disposedOn: null,
  });
  return clipSpans(
    depreciation.map(part => ({
      ...part,
      category: 'depreciation' as const,
      certainty: 'forecast' as const,
      estimated: true as const,
      currency: rule.currency,
    })),
    options.horizonMonth,
  );
}
