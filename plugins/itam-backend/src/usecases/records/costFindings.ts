import {
  replacesLicensePrice,
  type CostRecord,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { recordNote } from './recordNote';

type Finding = RecordDetail['findings'][number];

/** Records that say something about the cost of another. */
export interface CostNeighbours {
  /** Contracts that cover the record, and the one it names. */
  contracts: readonly CostRecord[];
  /** Contracts that are part of it. */
  children: readonly CostRecord[];
}

/**
 * Costs that count twice and costs that are missing. To be shown only to those
 * who may see the record's cost.
 */
export function costFindings(
  record: CostRecord,
  { contracts, children }: CostNeighbours,
): Finding[] {
  if (
    record.kind === 'Contract' &&
    record.spec.type === 'master-agreement' &&
    hasCharges(record) &&
    children.some(hasCharges)
  ) {
    return [
      {
        rule: 'master-agreement-priced',
        message:
          'It has charges of its own, and so have contracts under it: the same money may count twice',
        severity: 'warning',
      },
    ];
  }
  if (
    record.kind === 'Asset' &&
    record.spec.financials?.purchase &&
    contracts.some(one => isLease(one) && hasCharges(one))
  ) {
    return [recordNote('leased-and-bought', 'warning', { variant: 'message' })];
  }
  return isExpectedToCost(record) && !isPaidElsewhere(record, contracts)
    ? [
        {
          rule: 'without-price',
          message: 'It has no price, so that nothing is counted for it',
          severity: 'info',
        },
      ]
    : [];
}

/** Whether the record is of a kind that costs something and says nothing. */
function isExpectedToCost(record: CostRecord): boolean {
  if (record.removedOn !== null) {
    return false;
  }
  switch (record.kind) {
    case 'Asset': {
      const { stage, partOf, financials } = record.spec;
      // The price of a part often is in that of the whole.
      return (
        (stage === 'deployment' || stage === 'maintenance') &&
        partOf === undefined &&
        financials?.purchase === undefined &&
        (financials?.charges ?? []).length === 0
      );
    }
    case 'License': {
      const { type, financials } = record.spec;
      return (
        type !== 'open-source' &&
        financials?.price === undefined &&
        (financials?.charges ?? []).length === 0
      );
    }
    default:
      return (
        record.spec.type !== 'master-agreement' &&
        record.spec.type !== 'warranty' &&
        !hasCharges(record)
      );
  }
}

/** A contract's charges pay for a licence or a leased asset it covers. */
function isPaidElsewhere(
  record: CostRecord,
  contracts: readonly CostRecord[],
): boolean {
  return record.kind !== 'Contract' && contracts.some(isPaying);
}

/** Whether the charges of a contract are the price of what it is for. */
export function isPaying(contract: CostRecord): boolean {
  return (
    contract.kind === 'Contract' &&
    replacesLicensePrice(contract.spec.type) &&
    hasCharges(contract)
  );
}

function isLease(contract: CostRecord): boolean {
  return contract.kind === 'Contract' && contract.spec.type === 'lease';
}

/** Refunds alone are no price. */
function hasCharges(record: CostRecord): boolean {
  return (record.spec.financials?.charges ?? []).some(
    charge => charge.credit !== true,
  );
}
