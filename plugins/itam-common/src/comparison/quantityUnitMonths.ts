import { MONTHS_PER_INTERVAL } from '../charges/chargeAccruals';
import type { CostOptions } from '../cost/options';
import { recordSpans } from '../cost/recordSpans';
import type { CostContext, CostRecord } from '../cost/types';
import {
  accrualTotal,
  formatAmount,
  type MonthIndex,
  type Ratio,
  ratio,
} from '../values';

/** Makes fractions of a unit, as consumption has them, whole numbers. */
const SCALE = 1_000_000n;

/**
 * The units of a licence paid for, added up over the months of
 * [fromMonth, toMonthExclusive): 20 seats over a year are 240.
 *
 * Units added within a period count from their month, fewer units from the
 * next period, as the price does; months in which a contract takes the place
 * of the price do not count. Null for anything but a licence priced by the
 * unit, and for one without a
 * quantity.
 * @public
 */
export function quantityUnitMonths(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): Ratio | null {
  if (record.kind !== 'License') {
    return null;
  }
  const { financials, quantity, quantityChanges } = record.spec;
  const price = financials?.price;
  const hasQuantity = quantity !== undefined || quantityChanges?.length;
  if (price?.per !== 'unit' || !hasQuantity) {
    return null;
  }
  // At one per unit and month, what the licence costs is what is counted.
  const perInterval = SCALE * BigInt(MONTHS_PER_INTERVAL[price.every]);
  const counted: CostRecord = {
    ...record,
    servicings: [],
    spec: {
      ...record.spec,
      financials: {
        price: { ...price, amount: formatAmount(perInterval, price.currency) },
      },
    },
  };
  const spans = recordSpans(counted, context, { ...options, renewals: true });
  return ratio(
    spans.reduce(
      (sum, span) => sum + accrualTotal(span, fromMonth, toMonthExclusive),
      0n,
    ),
    SCALE,
  );
}
