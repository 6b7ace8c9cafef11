import type { CatalogTopology } from './topology';

/**
 * The nodes that something stands under since, and those it did before.
 */
export interface Shift {
  gained: readonly string[];
  lost: readonly string[];
}

/**
 * How owners and services moved between two topologies; kept per ref, since
 * many records share one.
 */
export class Shifts {
  readonly #owners = new Map<string, Shift | undefined>();
  readonly #services = new Map<string, Shift | undefined>();

  constructor(
    readonly before: CatalogTopology,
    readonly after: CatalogTopology,
  ) {}

  /** Undefined for an owner with the same groups above it as before. */
  ofOwner(ref: string): Shift | undefined {
    return remembered(this.#owners, ref, () =>
      between(this.before.ownerKeys(ref), this.after.ownerKeys(ref)),
    );
  }

  /** Undefined for a service that rolls up over the same nodes as before. */
  ofService(ref: string): Shift | undefined {
    return remembered(this.#services, ref, () =>
      between(this.before.serviceKeys(ref), this.after.serviceKeys(ref)),
    );
  }
}

function remembered(
  known: Map<string, Shift | undefined>,
  ref: string,
  find: () => Shift | undefined,
): Shift | undefined {
  if (!known.has(ref)) {
    known.set(ref, find());
  }
  return known.get(ref);
}

function between(
  before: readonly string[],
  after: readonly string[],
): Shift | undefined {
  const had = new Set(before);
  const has = new Set(after);
  const gained = [...has].filter(key => !had.has(key));
  const lost = [...had].filter(key => !has.has(key));
  return gained.length + lost.length > 0 ? { gained, lost } : undefined;
}
