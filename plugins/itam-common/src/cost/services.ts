import type { MonthIndex } from '../values';
import { fullRef, namespaceOf } from './mergeDeclared';
import { changeMonths, valueInMonth } from './months';
import type { CostContext, CostRecord, ServiceShare } from './types';

/**
 * The services of a record in a month. An asset that names none takes those of
 * its nearest partOf ancestor that does.
 */
export function servicesInMonth(
  record: CostRecord,
  context: CostContext,
  month: MonthIndex,
): readonly ServiceShare[] {
  for (const holder of withAncestors(record, context)) {
    const shares = valueInMonth(holder.services, month);
    if (shares?.length) {
      return shares;
    }
  }
  return [];
}

/** The months in which the services of a record may change. */
export function serviceChangeMonths(
  record: CostRecord,
  context: CostContext,
): MonthIndex[] {
  return withAncestors(record, context).flatMap(holder =>
    changeMonths(holder.services),
  );
}

/**
 * A record and, for an asset, its partOf ancestors, nearest first. A cycle
 * ends at the first record seen twice.
 */
export function withAncestors(
  record: CostRecord,
  context: CostContext,
): CostRecord[] {
  const chain: CostRecord[] = [];
  const seen = new Set<string>();
  let current: CostRecord | undefined = record;
  while (current && !seen.has(current.ref)) {
    seen.add(current.ref);
    chain.push(current);
    const parent = parentRefOf(current);
    current = parent === undefined ? undefined : context.record(parent);
  }
  return chain;
}

/** The full ref of the asset an asset is part of. */
export function parentRefOf(record: CostRecord): string | undefined {
  return record.kind === 'Asset' && record.spec.partOf !== undefined
    ? fullRef(record.spec.partOf, 'assetPart', namespaceOf(record.ref))
    : undefined;
}
