import {
  ExactSum,
  type BillingTarget,
  type FocusCharge,
} from '@backstage-itam/plugin-itam-common';
import type { BillScope } from '../../stores/cloudBilling/deliveries';

/** Part of a bill: what one record costs. */
export interface BilledGroup {
  /** Tells it from all others. */
  key: string;
  subAccount: string | null;
  subAccountName: string | null;
  serviceName: string;
  target: BillingTarget;
  rows: number;
  billed: ExactSum;
  effective: ExactSum;
  /** What accrues in each month. */
  accrued: Map<number, { rows: number; sum: ExactSum }>;
}

/** A bill as a file has it: of one provider, account and period. */
export interface Bill extends BillScope {
  billingAccountName: string | null;
  /** ISO 4217 code. */
  currency: string;
  /** Line of its first row. */
  line: number;
  rows: number;
  /** Rows that cost nothing in either view. */
  rowsWithoutCost: number;
  unmappedRows: number;
  groups: Map<string, BilledGroup>;
}

/** Adds a charge to its bill and group; returns the number of new groups. */
export function addCharge(
  bill: Bill,
  charge: FocusCharge,
  target: BillingTarget,
): number {
  const key = keyOf(charge, target);
  let group = bill.groups.get(key);
  const isNew = group === undefined;
  if (!group) {
    group = {
      key,
      subAccount: charge.subAccount,
      subAccountName: charge.subAccountName,
      serviceName: charge.serviceName,
      target,
      rows: 0,
      billed: new ExactSum(),
      effective: new ExactSum(),
      accrued: new Map(),
    };
    bill.groups.set(key, group);
  }
  let month = group.accrued.get(charge.chargeMonth);
  if (!month) {
    month = { rows: 0, sum: new ExactSum() };
    group.accrued.set(charge.chargeMonth, month);
  }
  group.subAccountName ??= charge.subAccountName;
  group.billed.add(charge.billed);
  group.effective.add(charge.effective);
  month.sum.add(charge.effective);
  month.rows += 1;
  group.rows += 1;
  bill.rows += 1;
  if (charge.billed.units === 0n && charge.effective.units === 0n) {
    bill.rowsWithoutCost += 1;
  }
  if (isUnmapped(target)) {
    bill.unmappedRows += 1;
  }
  return isNew ? 1 : 0;
}

/** Whether no rule names a service or a contract. */
export function isUnmapped({ service, contract }: BillingTarget): boolean {
  return service === null && contract === null;
}

/** Groups that cost something; of the others no record is made. */
export function costingGroups(bill: Bill): BilledGroup[] {
  return [...bill.groups.values()]
    .filter(
      ({ billed, accrued }) =>
        billed.value().units !== 0n ||
        [...accrued.values()].some(({ sum }) => sum.value().units !== 0n),
    )
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}

/** A contract takes all its charges; cloud assets differ by service and use. */
function keyOf(charge: FocusCharge, target: BillingTarget): string {
  return JSON.stringify(
    target.contract === null
      ? [
          charge.provider,
          charge.billingAccount,
          charge.subAccount,
          charge.serviceName,
          target.service,
          target.owner,
          target.costCenter,
        ]
      : [target.contract],
  );
}
