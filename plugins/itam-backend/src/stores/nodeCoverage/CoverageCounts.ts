import type { CatalogTopology } from '../readModel/topology';
import type { CountedRecord } from './CountedRecord';

/** How many records stand behind the figures of a node. */
export interface CoverageCount {
  records: number;
  /** Of them, those that say what they cost. */
  priced: number;
  /** Those that only promise cost: planning and procurement. */
  early: number;
  /** Priced licences that name a contract, which may pay in their place. */
  inContract: number;
  /** Those whose owner, or one of whose services, the catalog lacks. */
  unresolved: number;
}

/** No record stands behind a node. */
export const NO_RECORDS: CoverageCount = {
  records: 0,
  priced: 0,
  early: 0,
  inContract: 0,
  unresolved: 0,
};

/** The counts of a node on a basis; what a change adds, or the whole. */
export interface NodeCoverage extends CoverageCount {
  nodeKey: string;
  basis: 'used' | 'owned';
}

/** Node of the whole estate, of basis `owned`. */
export const ESTATE_KEY = 'all';

/**
 * Counts of records per node: each record once, by whatever number of
 * services a node uses it.
 */
export class CoverageCounts {
  readonly #counts = new Map<string, NodeCoverage>();

  /**
   * Counts a record at every node above it; takes it away when `sign` is −1.
   */
  count(record: CountedRecord, topology: CatalogTopology, sign: 1 | -1): void {
    const isUnresolved =
      (record.ownerRef !== null && !topology.has(record.ownerRef)) ||
      record.serviceRefs.some(ref => !topology.has(ref));
    const add = (basis: 'used' | 'owned', nodeKey: string) => {
      const one = this.#of(basis, nodeKey);
      one.records += sign;
      one.priced += record.priced ? sign : 0;
      one.early += record.early ? sign : 0;
      one.inContract += record.contractRef !== null ? sign : 0;
      one.unresolved += isUnresolved ? sign : 0;
    };
    ownedKeys(record, topology).forEach(key => add('owned', key));
    new Set(
      record.serviceRefs.flatMap(ref => topology.serviceKeys(ref)),
    ).forEach(key => add('used', key));
  }

  /** Nodes with any count other than zero, in the order they are locked in. */
  nonZero(): NodeCoverage[] {
    return [...this.#counts]
      .filter(([, { records, priced, early, inContract, unresolved }]) =>
        [records, priced, early, inContract, unresolved].some(n => n !== 0),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, count]) => count);
  }

  #of(basis: 'used' | 'owned', nodeKey: string): NodeCoverage {
    const text = `${nodeKey}\u0000${basis}`;
    let count = this.#counts.get(text);
    if (!count) {
      count = { nodeKey, basis, ...NO_RECORDS };
      this.#counts.set(text, count);
    }
    return count;
  }
}

function ownedKeys(
  { ownerRef, vendor, assetClass, costCenter }: CountedRecord,
  topology: CatalogTopology,
): string[] {
  return [
    ESTATE_KEY,
    ...(ownerRef === null ? [] : topology.ownerKeys(ownerRef)),
    ...(vendor === null ? [] : [`supplier:${vendor}`]),
    ...(assetClass === null ? [] : [`class:${assetClass}`]),
    ...(costCenter === null ? [] : [`cost-center:${costCenter}`]),
  ];
}
