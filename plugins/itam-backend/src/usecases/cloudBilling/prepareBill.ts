import { createHash } from 'node:crypto';
import {
  exactDecimalText,
  ItamValidationError,
  MAX_MINOR,
  monthOf,
  roundBilled,
  sumOfDecimals,
  type CostView,
  type ExactDecimal,
} from '@backstage-itam/plugin-itam-common';
import type { NewDelivery } from '../../stores/cloudBilling/deliveries';
import { inputProblem } from '../records/inputProblems';
import {
  costingGroups,
  isUnmapped,
  type Bill,
  type BilledGroup,
} from './billingFile';

/** What a group costs in a month in one view. */
export interface GroupAmount {
  key: string;
  view: CostView;
  /** Month index. */
  month: number;
  exact: ExactDecimal;
  rows: number;
  minor: bigint;
}

/** A bill as it is stored, but for the file it comes from. */
export interface PreparedBill {
  delivery: NewDelivery;
  groups: BilledGroup[];
  amounts: GroupAmount[];
}

/**
 * Adds a bill up and rounds it, once.
 *
 * Throws ItamValidationError (400) for sums above what an amount may be.
 */
export function prepareBill(bill: Bill, fileName: string | null): PreparedBill {
  const groups = costingGroups(bill);
  const amounts = [
    ...rounded('invoiced', bill, invoicedParts(bill, groups)),
    ...rounded('accrued', bill, groups.flatMap(accruedParts)),
  ];
  const totalOf = (view: CostView) =>
    amounts.reduce(
      (sum, one) => (one.view === view ? sum + one.minor : sum),
      0n,
    );
  const unmapped = groups.filter(({ target }) => isUnmapped(target));
  const { provider, billingAccount, billingPeriod, currency } = bill;
  return {
    groups,
    amounts,
    delivery: {
      provider,
      billingAccount,
      billingPeriod,
      currency,
      billingAccountName: bill.billingAccountName,
      digest: digestOf(bill, amounts),
      fileName,
      rows: bill.rows,
      rowsWithoutCost: bill.rowsWithoutCost,
      records: groups.length,
      unmappedRows: bill.unmappedRows,
      billed: sumText(groups, 'billed'),
      effective: sumText(groups, 'effective'),
      unmappedBilled: sumText(unmapped, 'billed'),
      unmappedEffective: sumText(unmapped, 'effective'),
      billedMinor: totalOf('invoiced'),
      effectiveMinor: totalOf('accrued'),
    },
  };
}

type Part = Omit<GroupAmount, 'view' | 'minor'>;

/** The invoice is of the billing period, whenever things were used. */
function invoicedParts(bill: Bill, groups: readonly BilledGroup[]): Part[] {
  const month = monthOf(bill.billingPeriod);
  return groups.flatMap(({ key, billed, rows }) =>
    billed.value().units === 0n
      ? []
      : [{ key, month, exact: billed.value(), rows }],
  );
}

function accruedParts({ key, accrued }: BilledGroup): Part[] {
  return [...accrued].flatMap(([month, { sum, rows }]) =>
    sum.value().units === 0n ? [] : [{ key, month, exact: sum.value(), rows }],
  );
}

function rounded(
  view: CostView,
  bill: Bill,
  parts: readonly Part[],
): GroupAmount[] {
  return roundBilled(parts, bill.currency).map(({ part, minor }) => {
    if (minor > MAX_MINOR || minor < -MAX_MINOR) {
      throw new ItamValidationError({
        ref: 'the file',
        problems: [
          inputProblem(
            view === 'invoiced' ? 'BilledCost' : 'EffectiveCost',
            'too-large',
            'at most 15 digits of the smallest unit in a month of a record',
          ),
        ],
      });
    }
    return { ...part, view, minor };
  });
}

function sumText(
  groups: readonly BilledGroup[],
  what: 'billed' | 'effective',
): string {
  return exactDecimalText(sumOfDecimals(groups.map(one => one[what].value())));
}

/** The same for the same charges, in whatever order their rows come. */
function digestOf(bill: Bill, amounts: readonly GroupAmount[]): string {
  const lines = amounts
    .map(({ key, view, month, exact, rows }) =>
      JSON.stringify([key, view, month, exactDecimalText(exact), rows]),
    )
    .sort();
  return createHash('sha256')
    .update(
      JSON.stringify([bill.currency, bill.rows, bill.unmappedRows, ...lines]),
    )
    .digest('base64url');
}
