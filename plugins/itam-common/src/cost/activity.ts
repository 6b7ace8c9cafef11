import { depreciationStart } from '../depreciation';
import type { LicenseSpec } from '../entities/types';
import { type Interval, monthOf } from '../values';
import type { ContractRecord } from './distribution';
import type { CostRecord } from './types';

/**
 * The months in which a contract may cover a record: those it is there. A
 * licence under the contract that lasts to its written end goes on for as long
 * as the contract is renewed: what the renewal buys is the licence.
 */
export function coveredMonths(
  record: CostRecord,
  contract: ContractRecord,
): Interval {
  const active = activeMonths(record);
  return record.kind === 'License' && isRenewedWith(record.spec, contract)
    ? { ...active, toExclusive: endOfRecord(record) }
    : active;
}

function isRenewedWith(
  license: LicenseSpec,
  contract: ContractRecord,
): boolean {
  const licenseEnd = license.term?.end;
  const contractEnd = contract.spec.term.end;
  return (
    license.contract === contract.ref &&
    licenseEnd !== undefined &&
    contractEnd !== undefined &&
    licenseEnd >= contractEnd
  );
}

function endOfRecord(record: CostRecord): number {
  return record.removedOn === null ? Infinity : monthOf(record.removedOn) + 1;
}

/**
 * The months in which a record is there to be covered by a contract: an asset
 * from being in service (deployed or later) to the month before its disposal,
 * a licence over its term; both through the month of their removal.
 */
function activeMonths(record: CostRecord): Interval {
  const removed = endOfRecord(record);
  switch (record.kind) {
    case 'Asset': {
      const { stage, disposal } = record.spec;
      if (stage === 'planning' || stage === 'procurement') {
        return { from: 0, toExclusive: 0 };
      }
      const start = depreciationStart(record.spec);
      const gone = disposal ? monthOf(disposal.date) : Infinity;
      return {
        from: start === undefined ? -Infinity : monthOf(start),
        toExclusive: Math.min(gone, removed),
      };
    }
    case 'License': {
      const { term } = record.spec;
      const end = term?.end === undefined ? Infinity : monthOf(term.end) + 1;
      return {
        from: term ? monthOf(term.start) : -Infinity,
        toExclusive: Math.min(end, removed),
      };
    }
    default:
      return { from: -Infinity, toExclusive: removed };
  }
}
