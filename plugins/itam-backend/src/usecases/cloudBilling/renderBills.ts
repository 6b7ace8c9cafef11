import {
  exactDecimalText,
  formatAmount,
  sumOfDecimals,
  type BillingTarget,
  type CloudBillingAnswer,
  type CloudBillingSum,
  type CloudDelivery,
  type ExactDecimal,
} from '@backstage-itam/plugin-itam-common';
import type {
  NewDelivery,
  StoredDelivery,
} from '../../stores/cloudBilling/deliveries';
import type { PreparedBill } from './prepareBill';

/** What a bill does to the one in force. */
export type BillState = 'new' | 'replaces' | 'unchanged';

/** Of an answer, targets that are told. */
const TARGETS_AT_MOST = 200;

/** A bill as it is answered. */
export interface RenderedBill extends PreparedBill {
  id?: number;
  previous: StoredDelivery | undefined;
  state: BillState;
}

/** What taking a file did, or would do. */
export function renderAnswer(
  bills: readonly RenderedBill[],
  {
    rows,
    dryRun,
    by,
  }: { rows: number; dryRun: boolean; by: { actor: string; at: Date } },
): CloudBillingAnswer {
  const targets = targetsOf(bills);
  return {
    dryRun,
    rows,
    deliveries: bills.map(({ id, delivery, previous, state }) => ({
      ...renderDelivery(
        state === 'unchanged' && previous
          ? previous
          : {
              ...delivery,
              id,
              deliveredAt: by.at.toISOString(),
              deliveredBy: by.actor,
            },
        true,
      ),
      state,
    })),
    targets: targets.slice(0, TARGETS_AT_MOST),
    moreTargets: Math.max(0, targets.length - TARGETS_AT_MOST),
  };
}

/** A bill that was delivered; its sums only where they may be seen. */
export function renderDelivery(
  delivery: NewDelivery & {
    id?: number;
    deliveredAt: string;
    deliveredBy: string;
  },
  costVisible: boolean,
): CloudDelivery {
  const { currency } = delivery;
  const rounded = (minor: bigint) => ({
    amount: formatAmount(minor, currency),
    currency,
  });
  return {
    id: delivery.id,
    provider: delivery.provider,
    billingAccount: delivery.billingAccount,
    billingAccountName: delivery.billingAccountName ?? undefined,
    billingPeriod: delivery.billingPeriod,
    currency,
    fileName: delivery.fileName ?? undefined,
    deliveredAt: delivery.deliveredAt,
    deliveredBy: delivery.deliveredBy,
    rows: delivery.rows,
    rowsWithoutCost: delivery.rowsWithoutCost,
    unmappedRows: delivery.unmappedRows,
    records: delivery.records,
    ...(costVisible
      ? {
          billed: {
            exact: delivery.billed,
            rounded: rounded(delivery.billedMinor),
          },
          effective: {
            exact: delivery.effective,
            rounded: rounded(delivery.effectiveMinor),
          },
          unmapped: {
            billed: delivery.unmappedBilled,
            effective: delivery.unmappedEffective,
          },
        }
      : {}),
  };
}

/** Whose the charges are, the largest first; what no rule maps among them. */
function targetsOf(
  bills: readonly RenderedBill[],
): CloudBillingAnswer['targets'] {
  const byTarget = new Map<
    string,
    {
      target: BillingTarget;
      currency: string;
      rows: number;
      billed: ExactDecimal[];
      effective: ExactDecimal[];
    }
  >();
  for (const { groups, delivery } of bills) {
    for (const { target, rows, billed, effective } of groups) {
      const { currency } = delivery;
      const named = targetOf(target);
      const key = JSON.stringify([named, currency]);
      const known = byTarget.get(key) ?? {
        target: named,
        currency,
        rows: 0,
        billed: [],
        effective: [],
      };
      known.rows += rows;
      known.billed.push(billed.value());
      known.effective.push(effective.value());
      byTarget.set(key, known);
    }
  }
  return [...byTarget.values()]
    .map(({ target, currency, rows, billed, effective }) => ({
      size: sizeOf(sumOfDecimals(effective)),
      line: {
        service: target.service ?? undefined,
        contract: target.contract ?? undefined,
        owner: target.contract === null ? target.owner : undefined,
        costCenter: target.costCenter ?? undefined,
        currency,
        rows,
        billed: exactDecimalText(sumOfDecimals(billed)),
        effective: exactDecimalText(sumOfDecimals(effective)),
      } satisfies CloudBillingSum,
    }))
    .sort((a, b) => b.size - a.size)
    .map(({ line }) => line);
}

/** A contract has an owner and a cost centre of its own. */
function targetOf(target: BillingTarget): BillingTarget {
  return target.contract === null
    ? target
    : { ...target, service: null, costCenter: null, owner: '' };
}

/** For the order only. */
function sizeOf(exact: ExactDecimal): number {
  return Math.abs(Number(exactDecimalText(exact)));
}
