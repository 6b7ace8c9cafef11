import { contractRefOf } from './licenseSpans';
import { fullRef, namespaceOf } from './mergeDeclared';
import { parentRefOf, withAncestors } from './services';
import type { CostContext, CostRecord } from './types';

/**
 * The refs of all records whose change may change the segments of this one:
 * the contract of a licence; the partOf ancestors of an asset and the assets
 * that replace it; what a contract covers or is named by, with their ancestors. Sorted, without the record
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
  if (record.kind === 'Asset') {
    for (const { ref } of context.replacedBy?.(record.ref) ?? []) {
      refs.add(ref);
    }
  }
  refs.delete(record.ref);
  return [...refs].sort();
}

/**
 * The refs of records that depend on this one by what it says itself, and so
 * must be computed anew when it appears, changes or goes: the contract a
 * licence names, the asset another one is planned to replace. Apply to the state before and after a change.
 * @public
 */
export function costAffects(record: CostRecord): string[] {
  const affected =
    record.kind === 'License' ? contractRefOf(record) : replacedRefOf(record);
  return affected === undefined || affected === record.ref ? [] : [affected];
}

/**
 * The full ref of the asset that an asset replaces; undefined for anything
 * else.
 * @public
 */
export function replacedRefOf(record: CostRecord): string | undefined {
  const replaces =
    record.kind === 'Asset' ? record.spec.planned?.replaces : undefined;
  return replaces === undefined
    ? undefined
    : fullRef(replaces, 'replaces', namespaceOf(record.ref));
}
