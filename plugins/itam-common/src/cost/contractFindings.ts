import { byRef } from '../allocation';
import { fullRef, namespaceOf } from './mergeDeclared';
import type { CostRecord } from './types';

/**
 * What is wrong about the money of a contract.
 * @public
 */
export interface ContractFinding {
  /**
   * `master-agreement-priced`: a master agreement and contracts under it both
   * have charges, so that the same money may be counted twice.
   */
  rule: 'master-agreement-priced';
  /** Full refs of the contracts under it that have charges, in ref order. */
  refs: string[];
}

/**
 * Findings about the money of a contract; none for any other record.
 *
 * `parts` are the contracts that name it in `spec.partOf`; others among them,
 * and removed ones, are passed over. Refunds are no charges.
 * @public
 */
export function contractFindings(
  contract: CostRecord,
  parts: Iterable<CostRecord>,
): ContractFinding[] {
  if (
    contract.kind !== 'Contract' ||
    contract.spec.type !== 'master-agreement' ||
    !hasCharges(contract)
  ) {
    return [];
  }
  const priced = [...parts]
    .filter(
      part =>
        part.ref !== contract.ref &&
        part.removedOn === null &&
        masterRefOf(part) === contract.ref &&
        hasCharges(part),
    )
    .sort(byRef);
  return priced.length === 0
    ? []
    : [
        {
          rule: 'master-agreement-priced',
          refs: priced.map(({ ref }) => ref),
        },
      ];
}

function masterRefOf(part: CostRecord): string | undefined {
  return part.kind === 'Contract' && part.spec.partOf !== undefined
    ? fullRef(part.spec.partOf, 'contractPart', namespaceOf(part.ref))
    : undefined;
}

function hasCharges(record: CostRecord): boolean {
  return (record.spec.financials?.charges ?? []).some(({ credit }) => !credit);
}
