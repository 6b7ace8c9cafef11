import type { AssetSpec } from '../entities/types';
import {
  accrualTotal,
  fiscalYearOf,
  monthOf,
  type MonthIndex,
  type PlainDate,
} from '../values';
import { depreciate } from './depreciate';
import { holdingOf, isHeldAtEndOf } from './holding';
import { depreciationRuleOf } from './rule';
import type {
  Depreciation,
  DepreciationOptions,
  DepreciationRule,
} from './types';

/**
 * One period of a schedule; amounts in minor units of its currency.
 * @public
 */
export interface DepreciationPeriod {
  /** Depreciation of the period. */
  depreciationMinor: bigint;
  /** Impairments of the period. */
  impairmentMinor: bigint;
  /** Improvements of the period, which raise the book value. */
  improvementMinor: bigint;
  /** Book value at the end of the period, before any disposal. */
  bookMinor: bigint;
}

/**
 * The whole depreciation of an asset, past and future.
 *
 * Σ depreciation + Σ impairments + book = cost + Σ improvements.
 * @public
 */
export interface DepreciationSchedule {
  /** ISO 4217 code of all amounts. */
  currency: string;
  /** What was paid, in minor units. */
  costMinor: bigint;
  /** What is to be left at the end of the life, in minor units. */
  salvageMinor: bigint;
  /** The rule the schedule follows, with defaults applied. */
  rule: DepreciationRule;
  /** Every month from the first charge or event to the last one. */
  months: (DepreciationPeriod & { month: MonthIndex })[];
  /** The same by fiscal year, named after its last month's year. */
  fiscalYears: (DepreciationPeriod & { fiscalYear: number })[];
  /** Book value that is left when depreciation has ended. */
  remainingMinor: bigint;
}

/**
 * The schedule of an asset; undefined when it has no purchase or no start yet.
 *
 * It is the source of every depreciation figure: list, detail, chart, report
 * and API. Throws {@link UnsupportedDepreciationError}.
 * @public
 */
export function depreciationSchedule(
  spec: AssetSpec,
  options: DepreciationOptions,
): DepreciationSchedule | undefined {
  const rule = depreciationRuleOf(spec, options);
  if (!rule) {
    return undefined;
  }
  const result = depreciate(rule);
  const months = monthsOf(rule, result);
  return {
    currency: rule.currency,
    costMinor: rule.costMinor,
    salvageMinor: rule.salvageMinor,
    rule,
    months,
    fiscalYears: fiscalYearsOf(rule, months),
    remainingMinor: result.bookMinor,
  };
}

/**
 * The book value of an asset at the end of the month a date lies in, in minor
 * units of its cost currency; undefined when it has no purchase.
 *
 * Cost until depreciation starts, zero before the purchase month and from the
 * month of the disposal. Throws {@link UnsupportedDepreciationError}.
 * @public
 */
export function bookValueOn(
  spec: AssetSpec,
  asOf: PlainDate,
  options: DepreciationOptions,
): { minor: bigint; currency: string } | undefined {
  const rule = depreciationRuleOf(spec, options);
  if (!rule) {
    return undefined;
  }
  const { currency } = rule;
  const month = monthOf(asOf);
  if (!isHeldAtEndOf(holdingOf(spec, rule), month)) {
    return { minor: 0n, currency };
  }
  return { minor: bookAtEndOf(rule, depreciate(rule), month), currency };
}

/**
 * Book value at the end of a month, in minor units, from the same accruals as
 * the costs.
 * @public
 */
export function bookAtEndOf(
  rule: Pick<DepreciationRule, 'costMinor'>,
  result: Depreciation,
  month: MonthIndex,
): bigint {
  const until = (entries: { month: MonthIndex; minor: bigint }[]) =>
    entries.reduce(
      (sum, entry) => (entry.month <= month ? sum + entry.minor : sum),
      0n,
    );
  return (
    rule.costMinor +
    until(result.improvements) -
    until(result.impairments) -
    result.depreciation.reduce(
      (sum, part) => sum + accrualTotal(part, part.startMonth, month + 1),
      0n,
    )
  );
}

function monthsOf(
  rule: DepreciationRule,
  result: Depreciation,
): DepreciationSchedule['months'] {
  const touched = [
    ...result.depreciation.flatMap(part => [
      part.startMonth + part.windowFromUnit,
      part.startMonth + part.windowToUnitExclusive - 1,
    ]),
    ...result.impairments.map(({ month }) => month),
    ...result.improvements.map(({ month }) => month),
  ];
  if (touched.length === 0) {
    return [];
  }
  const first = Math.min(...touched);
  const last = Math.max(...touched);
  const rows: DepreciationSchedule['months'] = [];
  let bookMinor = rule.costMinor;
  for (let month = first; month <= last; month++) {
    const inMonth = (entries: { month: MonthIndex; minor: bigint }[]) =>
      entries.reduce(
        (sum, entry) => (entry.month === month ? sum + entry.minor : sum),
        0n,
      );
    const depreciationMinor = result.depreciation.reduce(
      (sum, part) => sum + accrualTotal(part, month, month + 1),
      0n,
    );
    const impairmentMinor = inMonth(result.impairments);
    const improvementMinor = inMonth(result.improvements);
    bookMinor += improvementMinor - impairmentMinor - depreciationMinor;
    rows.push({
      month,
      depreciationMinor,
      impairmentMinor,
      improvementMinor,
      bookMinor,
    });
  }
  return rows;
}

function fiscalYearsOf(
  rule: DepreciationRule,
  months: DepreciationSchedule['months'],
): DepreciationSchedule['fiscalYears'] {
  const years: DepreciationSchedule['fiscalYears'] = [];
  for (const { month, ...period } of months) {
    const fiscalYear = fiscalYearOf(month, rule.fiscalYearStartMonth);
    const last = years[years.length - 1];
    if (last?.fiscalYear === fiscalYear) {
      last.depreciationMinor += period.depreciationMinor;
      last.impairmentMinor += period.impairmentMinor;
      last.improvementMinor += period.improvementMinor;
      last.bookMinor = period.bookMinor;
    } else {
      years.push({ fiscalYear, ...period });
    }
  }
  return years;
}
