import type { ContractSpec, ContractType } from '../entities/types';
import {
  chargedAccruals,
  type ContractAccrual,
  contractAccruals,
} from '../contracts';
import { clipAccrual, type Interval, monthOf, unite } from '../values';
import type { CostOptions } from './options';
import { clipSpans, type CostSpan } from './spans';
import type { CostCertainty, CostRecord } from './types';

/** Contracts whose charges are the price of the licences that name them. */
const REPLACES_LICENSE_PRICE: ReadonlySet<ContractType> = new Set([
  'subscription',
  'commitment',
  'lease',
  'master-agreement',
]);

/**
 * Whether the charges of a contract take the place of the prices of licences
 * that name it; those of support, maintenance, warranty and service contracts
 * add to them.
 * @public
 */
export function replacesLicensePrice(type: ContractType): boolean {
  return REPLACES_LICENSE_PRICE.has(type);
}

/** How sure a term's charges are, in the words of costs. */
export const CONTRACT_CERTAINTY: Readonly<
  Record<ContractAccrual['certainty'], CostCertainty>
> = {
  current: 'actual',
  committed: 'committed',
  expected: 'forecast',
};

/** The charges of a contract. */
export function contractSpans(
  spec: ContractSpec,
  options: CostOptions,
): CostSpan[] {
  const spans = contractAccruals(spec, options).map(
    ({ currency, estimated, certainty, ...part }): CostSpan => ({
      totalMinor: part.totalMinor,
      units: part.units,
      startMonth: part.startMonth,
      windowFromUnit: part.windowFromUnit,
      windowToUnitExclusive: part.windowToUnitExclusive,
      category: 'contract',
      certainty: CONTRACT_CERTAINTY[certainty],
      currency,
      ...(estimated ? { estimated: true as const } : {}),
    }),
  );
  return clipSpans(spans, options.horizonMonth);
}

/**
 * The months in which a contract's charges stand in for licence prices.
 */
export function replacedMonths(
  contract: CostRecord | undefined,
  options: CostOptions,
): Interval[] {
  if (
    contract?.kind !== 'Contract' ||
    !replacesLicensePrice(contract.spec.type)
  ) {
    return [];
  }
  const endMonth =
    contract.removedOn === null
      ? options.horizonMonth
      : Math.min(options.horizonMonth, monthOf(contract.removedOn) + 1);
  const charged = chargedAccruals(
    contractAccruals(contract.spec, options),
    endMonth,
  );
  return unite(
    charged.flatMap(part => {
      const clipped = clipAccrual(part, part.startMonth, endMonth);
      return clipped
        ? [
            {
              from: part.startMonth + clipped.windowFromUnit,
              toExclusive: part.startMonth + clipped.windowToUnitExclusive,
            },
          ]
        : [];
    }),
  );
}
