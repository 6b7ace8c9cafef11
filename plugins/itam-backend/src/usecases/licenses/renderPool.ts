import {
  earlierDate,
  formatAmount,
  positionState,
  type AmountJson,
  type LicensePool,
  type PositionAmount,
} from '@backstage-itam/plugin-itam-common';
import type { CountedLicensePool } from './countPools';

/**
 * A pool as an answer has it; amounts only where the caller may see the cost
 * of each of its licences.
 */
export function renderPool(
  { licenses, position, found }: CountedLicensePool,
  priced: boolean,
): LicensePool {
  const amount = (of: PositionAmount | null) =>
    priced ? amountJson(of) : undefined;
  const firstOf = (read: (license: (typeof licenses)[number]) => unknown) => {
    const value = licenses.map(read).find(one => one !== undefined);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    product: position.product,
    publisher: firstOf(({ spec }) => spec.publisher),
    vendor: firstOf(({ spec }) => spec.vendor),
    metric: position.metric,
    state: positionState(position),
    licenses: licenses.map(({ ref, title }) => ({
      ref,
      title,
      resolved: true,
    })),
    entitled: position.entitled,
    assigned: position.assigned,
    consumed: position.consumed,
    found: position.found,
    foundIn: Object.values(found).some(count => count > 0) ? found : undefined,
    balance: position.balance,
    reclaimable: position.reclaimable,
    unused: position.unused,
    unitPricePerMonth: amount(position.unitPricePerMonth),
    costPerSeatPerMonth: amount(position.costPerSeatPerMonth),
    wastePerMonth: amount(position.wastePerMonth),
    trueUp: amount(position.trueUp),
    endsOn: nearestEnd(licenses),
  };
}

/** An amount in JSON; undefined where there is none. */
export function amountJson(
  amount: PositionAmount | null,
): AmountJson | undefined {
  return amount === null
    ? undefined
    : {
        amount: formatAmount(amount.minor, amount.currency),
        currency: amount.currency,
      };
}

function nearestEnd(
  licenses: CountedLicensePool['licenses'],
): string | undefined {
  return licenses
    .flatMap(({ spec }) => spec.term?.end ?? [])
    .reduce<string | undefined>(
      (nearest, end) =>
        nearest === undefined ? end : earlierDate(nearest, end),
      undefined,
    );
}
