import type { Shifts } from '../readModel/Shifts';
import type { CatalogTopology } from '../readModel/topology';
import type { CountedRecord } from './CountedRecord';

/** How many records stand behind the figures of a node. */
export interface CoverageCount {
  records: number;
  /** Of them, those that say what they cost. */
  priced: number;
  /** Those that only promise cost: planning and procurement. */
  early: number;
  /** Priced licences that name a contract of a type that pays in their place. */
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
    const counted = { ...record, isUnresolved: isUnresolved(record, topology) };
    ownedKeys(record, topology).forEach(key =>
      this.#add('owned', key, counted, sign),
    );
    new Set(
      record.serviceRefs.flatMap(ref => topology.serviceKeys(ref)),
    ).forEach(key => this.#add('used', key, counted, sign));
  }

  /**
   * Counts a record where the organisation has it since rather than where it
   * had it, at those nodes only that gain or lose it.
   */
  move(record: CountedRecord, shifts: Shifts): void {
    const { before, after } = shifts;
    if (isUnresolved(record, before) !== isUnresolved(record, after)) {
      this.count(record, before, -1);
      this.count(record, after, 1);
      return;
    }
    const counted = { ...record, isUnresolved: isUnresolved(record, after) };
    const { ownerRef, serviceRefs } = record;
    const owner = ownerRef === null ? undefined : shifts.ofOwner(ownerRef);
    owner?.lost.forEach(key => this.#add('owned', key, counted, -1));
    owner?.gained.forEach(key => this.#add('owned', key, counted, 1));
    const services = serviceRefs.flatMap(ref => shifts.ofService(ref) ?? []);
    // Another of its services may be under the node, before and since.
    const isBelow = (key: string, topology: CatalogTopology) =>
      serviceRefs.some(ref => topology.serviceKeys(ref).includes(key));
    new Set(services.flatMap(({ lost }) => lost)).forEach(key => {
      if (!isBelow(key, after)) {
        this.#add('used', key, counted, -1);
      }
    });
    new Set(services.flatMap(({ gained }) => gained)).forEach(key => {
      if (!isBelow(key, before)) {
        this.#add('used', key, counted, 1);
      }
    });
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

  #add(
    basis: 'used' | 'owned',
    nodeKey: string,
    record: CountedRecord & { isUnresolved: boolean },
    sign: 1 | -1,
  ): void {
    const one = this.#of(basis, nodeKey);
    one.records += sign;
    one.priced += record.priced ? sign : 0;
    one.early += record.early ? sign : 0;
    one.inContract += record.contractRef !== null ? sign : 0;
    one.unresolved += record.isUnresolved ? sign : 0;
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

/** Whether the catalog lacks its owner, or one of its services. */
function isUnresolved(
  { ownerRef, serviceRefs }: CountedRecord,
  topology: CatalogTopology,
): boolean {
  return (
    (ownerRef !== null && !topology.has(ownerRef)) ||
    serviceRefs.some(ref => !topology.has(ref))
  );
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
