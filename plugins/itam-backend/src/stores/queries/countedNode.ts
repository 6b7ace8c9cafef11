import { ESTATE_KEY } from '../nodeCoverage/CoverageCounts';
import type { RecordListQuery } from './listRecords';

/** Owners are groups and users; a filter may be any text, as of another node. */
const OWNER = /^(group|user):/;

/**
 * The node that owns just the records of a list, so that the read model has
 * their number; undefined for a list that no node stands for, or of which the
 * caller may not read all.
 */
export function countedNodeOf({
  access,
  filters,
}: Pick<RecordListQuery, 'access' | 'filters'>): string | undefined {
  const { retired, ...given } = filters;
  const [filter, ...others] = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  if (
    retired ||
    others.length > 0 ||
    access.records.kind !== 'all' ||
    access.contracts.kind !== 'all'
  ) {
    return undefined;
  }
  switch (filter?.name) {
    case undefined:
      return ESTATE_KEY;
    case 'owner':
      return OWNER.test(filter.value) ? filter.value : undefined;
    case 'vendor':
      return `supplier:${filter.value}`;
    case 'class':
      return `class:${filter.value}`;
    default:
      return undefined;
  }
}
