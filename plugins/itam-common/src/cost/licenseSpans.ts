import type { LicenseSpec } from '../entities/types';
import { chargeAccruals } from '../charges/chargeAccruals';
import { currentTerm } from '../contracts';
import { priceAccruals, type PriceTerm } from '../licensing/priceAccruals';
import { addDays, clipAccrual, subtract } from '../values';
import { replacedMonths } from './contractSpans';
import { fullRef, namespaceOf } from './mergeDeclared';
import type { CostOptions } from './options';
import { clipSpans, type CostSpan } from './spans';
import type { CostContext, CostRecord } from './types';

/** The record kind of a licence. */
export type LicenseRecord = Extract<CostRecord, { kind: 'License' }>;

/**
 * Price and charges of a licence. In months in which a contract's charges
 * stand in for its price, the price only values seats.
 */
export function licenseSpans(
  record: LicenseRecord,
  context: CostContext,
  options: CostOptions,
): CostSpan[] {
  const contract = contractOf(record, context);
  const replaced = replacedMonths(contract, options);
  const price = licensePriceSpans(record, context, options).flatMap(span =>
    subtract(
      {
        from: span.startMonth + span.windowFromUnit,
        toExclusive: span.startMonth + span.windowToUnitExclusive,
      },
      replaced,
    ).flatMap(({ from, toExclusive }) => {
      const clipped = clipAccrual(span, from, toExclusive);
      return clipped ? [clipped] : [];
    }),
  );
  return clipSpans(
    [...price, ...chargeSpans(record.spec, options)],
    options.horizonMonth,
  );
}

/** The price of a licence as if no contract took its place: what seats are worth. */
export function licensePriceSpans(
  record: LicenseRecord,
  context: CostContext,
  options: CostOptions,
): CostSpan[] {
  const price = record.spec.financials?.price;
  const term = priceTermOf(record, context, options);
  if (!price || !term) {
    return [];
  }
  const { currency } = price;
  return priceAccruals(record.spec, term, options.horizonMonth).map(part => ({
    ...part,
    category: 'license',
    certainty: 'actual',
    currency,
  }));
}

/** Its own term, else the one its contract is in. */
export function priceTermOf(
  record: LicenseRecord,
  context: CostContext,
  options: CostOptions,
): PriceTerm | undefined {
  const { term } = record.spec;
  if (term) {
    return { start: term.start, end: term.end ?? null };
  }
  const contract = contractOf(record, context);
  if (contract?.kind !== 'Contract') {
    return undefined;
  }
  const { endExclusive } = currentTerm(contract.spec, options.asOf);
  return {
    start: contract.spec.term.start,
    end: endExclusive === null ? null : addDays(endExclusive, -1),
  };
}

function chargeSpans(spec: LicenseSpec, options: CostOptions): CostSpan[] {
  return (spec.financials?.charges ?? []).flatMap(charge =>
    chargeAccruals(charge, {
      lastDay: spec.term?.end ?? null,
      horizonMonth: options.horizonMonth,
    }).map(part => ({
      ...part,
      category: 'charge' as const,
      certainty: 'actual' as const,
      currency: charge.currency,
    })),
  );
}

/** The full ref of the contract a licence names. */
export function contractRefOf(record: LicenseRecord): string | undefined {
  const { contract } = record.spec;
  return contract === undefined
    ? undefined
    : fullRef(contract, 'contract', namespaceOf(record.ref));
}

/** The record of that contract, if the register has it. */
export function contractOf(
  record: LicenseRecord,
  context: CostContext,
): CostRecord | undefined {
  const ref = contractRefOf(record);
  return ref === undefined ? undefined : context.record(ref);
}
