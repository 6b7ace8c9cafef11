import {
  accrualTotal,
  addDays,
  contractAccruals,
  currentTerm,
  formatAmount,
  monthOf,
  priceAccruals,
  type AmountJson,
  type ContractSpec,
  type CostRecord,
  type LicenseSpec,
} from '@backstage-itam/plugin-itam-common';
import { isPaying } from '../records/costFindings';

/**
 * What the current term of a contract costs as a whole, refunds aside;
 * undefined without an end, without charges, and in several currencies, which
 * are no one amount.
 *
 * @param today - ISO calendar date
 */
export function contractTermAmount(
  spec: ContractSpec,
  today: string,
): AmountJson | undefined {
  const { index, endExclusive } = currentTerm(spec, today);
  if (endExclusive === null) {
    return undefined;
  }
  const horizonMonth = monthOf(endExclusive) + 1;
  const sums = new Map<string, bigint>();
  for (const part of contractAccruals(spec, { asOf: today, horizonMonth })) {
    if (part.termIndex === index && !part.credit) {
      sums.set(
        part.currency,
        (sums.get(part.currency) ?? 0n) +
          accrualTotal(part, part.startMonth, horizonMonth),
      );
    }
  }
  return onlyAmount(sums);
}

/**
 * What the term of a licence costs as a whole; undefined without a price or an
 * end, and where the charges of its contract take the price's place.
 */
export function licenseTermAmount(
  spec: LicenseSpec,
  contract: CostRecord | undefined,
): AmountJson | undefined {
  const { term } = spec;
  const price = spec.financials?.price;
  if (!price || term?.end === undefined || (contract && isPaying(contract))) {
    return undefined;
  }
  const horizonMonth = monthOf(addDays(term.end, 1)) + 1;
  const minor = priceAccruals(
    spec,
    { start: term.start, end: term.end },
    horizonMonth,
  ).reduce(
    (sum, part) => sum + accrualTotal(part, part.startMonth, horizonMonth),
    0n,
  );
  return onlyAmount(new Map([[price.currency, minor]]));
}

function onlyAmount(sums: ReadonlyMap<string, bigint>): AmountJson | undefined {
  const [first, ...others] = sums;
  if (!first || others.length > 0) {
    return undefined;
  }
  const [currency, minor] = first;
  return { amount: formatAmount(minor, currency), currency };
}
