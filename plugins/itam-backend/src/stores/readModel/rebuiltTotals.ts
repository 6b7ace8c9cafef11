import { setImmediate } from 'node:timers/promises';
import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import { contribute } from './contribute';
import { MonthlyTotals, type MonthlyTotal } from './monthlyTotals';
import type { Topology } from './topology';
import { unallocatedKey } from './unallocatedKey';

/** Rows after which other work of the process gets its turn. */
const ROWS_BETWEEN_TURNS = 1_000;

/** Marks what is summed once per owner or service, before it is rolled up. */
const LEAF = '\u0001';
const UNALLOCATED_LEAF = unallocatedKey(LEAF);

/** Every owner and service by itself. */
const leaves: Topology = {
  ownerKeys: ref => [LEAF + ref],
  serviceKeys: ref => [LEAF + ref],
};

/**
 * Sums the segments of a whole register: per owner and service first, and over
 * what stands above them once at the end, since that is linear.
 */
export class RebuiltTotals {
  readonly #windowStart: number;
  readonly #shared = new MonthlyTotals();

  /** @param windowStart - Month index of the first month of the window */
  constructor(windowStart: number) {
    this.#windowStart = windowStart;
  }

  /**
   * Adds all segments of some records, and returns the rows that are theirs
   * alone; those are not kept.
   */
  add(segments: readonly CostSegment[]): MonthlyTotal[] {
    const keys = new Set<string>();
    for (const { recordRef } of segments) {
      keys.add(recordRef);
      keys.add(unallocatedKey(recordRef));
    }
    const own = new MonthlyTotals();
    const totals: Pick<MonthlyTotals, 'add'> = {
      add: (key, ...months) =>
        (keys.has(key.nodeKey) ? own : this.#shared).add(key, ...months),
    };
    for (const segment of segments) {
      contribute(totals, segment, leaves, this.#windowStart, 1n);
    }
    return own.nonZero();
  }

  /** Owners and services met so far. */
  refs(): { owners: string[]; services: string[] } {
    const owners = new Set<string>();
    const services = new Set<string>();
    for (const { basis, nodeKey } of this.#shared.inAnyOrder()) {
      const leaf = leafOf(nodeKey);
      if (leaf) {
        (basis === 'owned' ? owners : services).add(leaf.ref);
      }
    }
    return { owners: [...owners], services: [...services] };
  }

  /**
   * The rows of all nodes that are not records, rolled up, in any order. Other
   * work of the process gets its turn in between.
   */
  async rolledUp(topology: Topology): Promise<Iterable<MonthlyTotal>> {
    const totals = new MonthlyTotals();
    const keysAbove = new Map<string, readonly string[]>();
    let rows = 0;
    for (const total of this.#shared.inAnyOrder()) {
      rows += 1;
      if (rows % ROWS_BETWEEN_TURNS === 0) {
        await setImmediate();
      }
      const name = `${total.basis} ${total.nodeKey}`;
      const keys = keysAbove.get(name) ?? keysOf(total, topology);
      keysAbove.set(name, keys);
      for (const nodeKey of keys) {
        totals.add({ ...total, nodeKey }, total.months, 1n);
      }
    }
    return totals.inAnyOrder();
  }
}

interface Leaf {
  ref: string;
  unallocated: boolean;
}

function leafOf(nodeKey: string): Leaf | undefined {
  if (nodeKey.startsWith(LEAF)) {
    return { ref: nodeKey.slice(LEAF.length), unallocated: false };
  }
  return nodeKey.startsWith(UNALLOCATED_LEAF)
    ? { ref: nodeKey.slice(UNALLOCATED_LEAF.length), unallocated: true }
    : undefined;
}

/** The nodes a row is rolled up over; one that is no leaf stays as it is. */
function keysOf(
  { nodeKey, basis }: MonthlyTotal,
  topology: Topology,
): readonly string[] {
  const leaf = leafOf(nodeKey);
  if (!leaf) {
    return [nodeKey];
  }
  if (basis === 'used') {
    return topology.serviceKeys(leaf.ref);
  }
  const keys = topology.ownerKeys(leaf.ref);
  return leaf.unallocated ? keys.map(unallocatedKey) : keys;
}
