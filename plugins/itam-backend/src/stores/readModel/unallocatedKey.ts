/**
 * Key of the row, of basis `owned`, that holds what no service takes of the
 * costs of an owned node. Not kept for the whole estate: there it is the row
 * `unallocated` of basis `used`.
 */
export function unallocatedKey(nodeKey: string): string {
  return `unallocated|${nodeKey}`;
}
