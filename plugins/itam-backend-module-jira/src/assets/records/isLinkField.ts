/** Fields that point to other records of Assets, whatever the attribute is. */
const LINKS: readonly string[] = [
  'partOf',
  'contract',
  'covers',
  'planned.replaces',
];

/** Whether a field points to other records of the register. */
export function isLinkField(field: string): boolean {
  return LINKS.includes(field);
}
