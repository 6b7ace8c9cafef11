import { contractRefOf } from './licenseSpans';
import { parentRefOf, withAncestors } from './services';
import type { CostContext, CostRecord } from './types';

/**
 * The refs of all records whose change may change the segments of this one:
 * the contract of a licence; the partOf ancestors of an asset; what a contract
 * covers or is named by, with their ancestors. Sorted, without the record
 * itself; refs the context does not find are listed too, since they may
 * appear later.
 * @public
 */
export function costDependencies(
  record: CostRecord,
  context: CostContext,
): string[] {
  const refs = new Set<string>();
  const addWithAncestors = (found: CostRecord) => {
    for (const holder of withAncestors(found, context)) {
      refs.add(holder.ref);
      const parent = parentRefOf(holder);
      if (parent !== undefined) {
        refs.add(parent);
      }
    }
  };
  addWithAncestors(record);
  if (record.kind === 'License') {
    const contract = contractRefOf(record);
    if (contract !== undefined) {
      refs.add(contract);
    }
  }
  if (record.kind === 'Contract') {
    const covered = [
      ...record.covers.flatMap(({ value }) => value.map(({ ref }) => ref)),
      ...context.licensesOf(record.ref).map(({ ref }) => ref),
    ];
    for (const ref of covered) {
      refs.add(ref);
      const found = context.record(ref);
      if (found) {
        addWithAncestors(found);
      }
    }
  }
  refs.delete(record.ref);
  return [...refs].sort();
}

/**
 * The refs of records that depend on this one by what it says itself, and so
 * must be computed anew when it appears, changes or goes: the contract a
 * licence names. Apply to the state before and after a change.
 * @public
 */
export function costAffects(record: CostRecord): string[] {
  const contract =
    record.kind === 'License' ? contractRefOf(record) : undefined;
  return contract === undefined ? [] : [contract];
}
