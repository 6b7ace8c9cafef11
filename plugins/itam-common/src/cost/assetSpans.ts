import type { AssetSpec } from '../entities/types';
import { chargeAccruals } from '../charges/chargeAccruals';
import { depreciate, depreciationRuleOf } from '../depreciation';
import {
  accrual,
  minorOf,
  monthOf,
  type MonthIndex,
  type PlainDate,
} from '../values';
import type { CostOptions } from './options';
import { clipSpans, type CostSpan } from './spans';
import type { CostCertainty } from './types';

/**
 * How sure the costs of an asset are, from its stage; a rejected request costs
 * nothing (undefined).
 */
export function assetCertainty(spec: AssetSpec): CostCertainty | undefined {
  switch (spec.stage) {
    case 'planning':
      return spec.status === 'rejected' ? undefined : 'forecast';
    case 'procurement':
      return 'committed';
    default:
      return 'actual';
  }
}

/** Depreciation, impairments, charges and disposal of an asset. */
export function assetSpans(spec: AssetSpec, options: CostOptions): CostSpan[] {
  const certainty = assetCertainty(spec);
  if (!certainty) {
    return [];
  }
  const spans = [
    ...purchaseSpans(spec, certainty, options),
    ...chargeSpans(spec, certainty, options),
  ];
  return clipSpans(spans, options.horizonMonth);
}

function purchaseSpans(
  spec: AssetSpec,
  certainty: CostCertainty,
  options: CostOptions,
): CostSpan[] {
  const disposedOn = spec.disposal?.date;
  const rule = depreciationRuleOf(spec, options);
  if (!rule) {
    return disposedOn === undefined
      ? []
      : disposalSpans(spec, certainty, disposedOn, undefined);
  }
  const result = depreciate(rule);
  const { currency } = rule;
  const spans: CostSpan[] = [
    ...result.depreciation.map(part => ({
      ...part,
      category: 'depreciation' as const,
      certainty,
      currency,
    })),
    ...result.impairments.map(({ month, minor }) =>
      single(minor, month, 'impairment', certainty, currency),
    ),
  ];
  return disposedOn === undefined
    ? spans
    : [
        ...spans,
        ...disposalSpans(spec, certainty, disposedOn, {
          minor: result.bookMinor,
          currency,
        }),
      ];
}

/**
 * What is lost (or, negative, gained) by a disposal: book value less proceeds.
 * In two currencies both stand side by side.
 */
function disposalSpans(
  spec: AssetSpec,
  certainty: CostCertainty,
  disposedOn: PlainDate,
  book: { minor: bigint; currency: string } | undefined,
): CostSpan[] {
  const month = monthOf(disposedOn);
  const proceeds = spec.financials?.proceeds;
  const lost = new Map<string, bigint>();
  if (book) {
    lost.set(book.currency, book.minor);
  }
  if (proceeds) {
    const { amount, currency } = proceeds;
    const minor = minorOf(amount, currency);
    lost.set(currency, (lost.get(currency) ?? 0n) - minor);
  }
  return [...lost].map(([currency, minor]) =>
    single(minor, month, 'disposal', certainty, currency),
  );
}

function chargeSpans(
  spec: AssetSpec,
  certainty: CostCertainty,
  options: CostOptions,
): CostSpan[] {
  return (spec.financials?.charges ?? []).flatMap(charge =>
    chargeAccruals(charge, {
      lastDay: spec.disposal?.date ?? null,
      horizonMonth: options.horizonMonth,
    }).map(part => ({
      ...part,
      category: 'charge' as const,
      certainty,
      currency: charge.currency,
    })),
  );
}

function single(
  minor: bigint,
  month: MonthIndex,
  category: CostSpan['category'],
  certainty: CostCertainty,
  currency: string,
): CostSpan {
  return { ...accrual(minor, month, 1), category, certainty, currency };
}
