import type { AssetSpec, ChargeSpec } from '../entities/types';
import { chargeDueAmounts } from '../charges/chargeDueAmounts';
import { contractDueAmounts } from '../contracts';
import { costOf, depreciationRuleOf } from '../depreciation';
import { priceDueAmounts } from '../licensing/priceAccruals';
import {
  accrual,
  firstDayOfMonth,
  minorOf,
  monthOf,
  type PlainDate,
} from '../values';
import { assetCertainty } from './assetSpans';
import { billedCategory, billedSpans } from './billedSpans';
import { CONTRACT_CERTAINTY, replacedMonths } from './contractSpans';
import { segmentsOfSpans } from './costSegments';
import { contractOf, type LicenseRecord, priceTermOf } from './licenseSpans';
import type { CostOptions } from './options';
import { expectedReplacement } from './replacement';
import {
  type CostCertainty,
  type CostContext,
  type CostRecord,
  type CostSegment,
  natureOfCategory,
} from './types';

/**
 * What was, or is going to be, paid or received.
 * @public
 */
export type InvoicedCategory =
  | 'purchase'
  | 'improvement'
  | 'proceeds'
  | 'charge'
  | 'license'
  | 'contract'
  | 'servicing';

/**
 * An amount in full in the month of its date, on the shares of that month.
 * @public
 */
export interface InvoicedSegment extends CostSegment {
  /** Always as invoiced. */
  view: 'invoiced';
  /** What the amount is for. */
  category: InvoicedCategory;
  /** ISO calendar date the amount is due. */
  date: PlainDate;
  /** Purchases, improvements and proceeds are capital, all else operating. */
  nature: 'capital' | 'operating';
}

interface Invoiced {
  category: InvoicedCategory;
  date: PlainDate;
  minor: bigint;
  currency: string;
  certainty: CostCertainty;
  estimated?: boolean;
  /** By a bill that was delivered, so whatever became of the record. */
  billed?: true;
}

/**
 * The costs of a record as invoiced: purchases and charges in full on their
 * date, where {@link costSegments} lets them accrue. Never add the two.
 *
 * Nothing is due after the record was removed, nor from the horizon on; its
 * servicings count through the month of its removal, and what bills say always.
 * @public
 */
export function invoicedSegments(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): InvoicedSegment[] {
  const known = [
    ...invoicedOf(record, context, options),
    ...servicingInvoices(record),
    ...billedInvoices(record),
    ...(options.replacements
      ? replacementInvoices(record, context, options)
      : []),
  ]
    .filter(
      ({ date, minor, category, billed }) =>
        minor !== 0n &&
        monthOf(date) < options.horizonMonth &&
        (billed === true || isBeforeRemoval(record, date, category)),
    )
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const segments = segmentsOfSpans(
    record,
    context,
    options,
    'invoiced',
    known.map(({ minor, date, currency, certainty, estimated }) => ({
      ...accrual(minor, monthOf(date), 1),
      category: 'charge',
      currency,
      certainty,
      ...(estimated ? { estimated: true as const } : {}),
    })),
  );
  return segments.map((segment, index) => ({
    ...segment,
    view: 'invoiced',
    category: known[index].category,
    date: known[index].date,
    nature: natureOfCategory(known[index].category),
  }));
}

function isBeforeRemoval(
  { removedOn }: CostRecord,
  date: PlainDate,
  category: InvoicedCategory,
): boolean {
  if (removedOn === null) {
    return true;
  }
  // A servicing is a fact, so it counts in the same month in both views.
  return category === 'servicing'
    ? monthOf(date) <= monthOf(removedOn)
    : date <= removedOn;
}

function servicingInvoices(record: CostRecord): Invoiced[] {
  return (record.servicings ?? []).map(({ date, minor, currency }) => ({
    category: 'servicing',
    date,
    minor,
    currency,
    certainty: 'actual',
  }));
}

function billedInvoices(record: CostRecord): Invoiced[] {
  return billedSpans(record, 'invoiced').map(span => ({
    category: billedCategory(record),
    date: firstDayOfMonth(span.startMonth),
    minor: span.totalMinor,
    currency: span.currency,
    certainty: 'actual',
    billed: true,
  }));
}

function replacementInvoices(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): Invoiced[] {
  const replacement = expectedReplacement(record, context, options);
  return replacement
    ? [
        {
          ...replacement,
          category: 'purchase',
          certainty: 'forecast',
          estimated: true,
        },
      ]
    : [];
}

function invoicedOf(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): Invoiced[] {
  switch (record.kind) {
    case 'Asset':
      return assetInvoices(record.spec, options);
    case 'License':
      return licenseInvoices(record, context, options);
    default:
      return contractDueAmounts(record.spec, options).map(
        ({ date, minor, currency, estimated, certainty }) => ({
          category: 'contract',
          date,
          minor,
          currency,
          estimated,
          certainty: CONTRACT_CERTAINTY[certainty],
        }),
      );
  }
}

function assetInvoices(spec: AssetSpec, options: CostOptions): Invoiced[] {
  const certainty = assetCertainty(spec);
  if (!certainty) {
    return [];
  }
  const invoices: Invoiced[] = [];
  const { purchase, proceeds, charges = [] } = spec.financials ?? {};
  if (purchase) {
    const { minor, currency } = costOf(purchase);
    const { date } = purchase;
    invoices.push({ category: 'purchase', date, minor, currency, certainty });
    invoices.push(...improvementInvoices(spec, certainty, options));
  }
  if (proceeds && spec.disposal) {
    invoices.push({
      category: 'proceeds',
      date: spec.disposal.date,
      minor: -minorOf(proceeds.amount, proceeds.currency),
      currency: proceeds.currency,
      certainty,
    });
  }
  return [
    ...invoices,
    ...chargeInvoices(charges, certainty, spec.disposal?.date ?? null, options),
  ];
}

/** Improvements as the depreciation counts them, on the dates written. */
function improvementInvoices(
  spec: AssetSpec,
  certainty: CostCertainty,
  options: CostOptions,
): Invoiced[] {
  const rule = depreciationRuleOf(spec, options);
  const counted = (rule?.events ?? []).flatMap(event =>
    event.kind === 'improvement' ? [event] : [],
  );
  const dates = (spec.financials?.events ?? [])
    .filter(({ kind, amount }) => kind === 'improvement' && amount)
    .map(({ date }) => date)
    .sort((a, b) => monthOf(a) - monthOf(b));
  return counted.map(({ month, minor }, index) => ({
    category: 'improvement',
    date: dates[index] ?? firstDayOfMonth(month),
    minor,
    currency: rule?.currency ?? '',
    certainty,
  }));
}

function licenseInvoices(
  record: LicenseRecord,
  context: CostContext,
  options: CostOptions,
): Invoiced[] {
  const { price, charges = [] } = record.spec.financials ?? {};
  const term = priceTermOf(record, context, options);
  const replaced = replacedMonths(contractOf(record, context), options);
  const isReplaced = (date: PlainDate) =>
    replaced.some(
      ({ from, toExclusive }) =>
        monthOf(date) >= from && monthOf(date) < toExclusive,
    );
  const due =
    price && term
      ? priceDueAmounts(record.spec, term, options.horizonMonth)
          .filter(({ date }) => !isReplaced(date))
          .map(({ date, minor }) => ({
            category: 'license' as const,
            date,
            minor,
            currency: price.currency,
            certainty: 'actual' as const,
          }))
      : [];
  return [
    ...due,
    ...chargeInvoices(
      charges,
      'actual',
      record.spec.term?.end ?? null,
      options,
    ),
  ];
}

function chargeInvoices(
  charges: readonly ChargeSpec[],
  certainty: CostCertainty,
  lastDay: PlainDate | null,
  options: CostOptions,
): Invoiced[] {
  const limits = { lastDay, horizonMonth: options.horizonMonth };
  return charges.flatMap(charge =>
    chargeDueAmounts(charge, limits).map(({ date, minor }) => ({
      category: 'charge' as const,
      date,
      minor,
      currency: charge.currency,
      certainty,
    })),
  );
}
