/** What changes in an address; undefined takes a parameter away. */
export type AddressChange<Name extends string> = Partial<
  Record<Name | 'cursor', string | undefined>
>;

/**
 * Changes parameters of the address of a list. Anything but the cursor itself
 * starts again from the first page.
 */
export function writePagedAddress<Name extends string>(
  search: URLSearchParams,
  change: AddressChange<Name>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (!('cursor' in change)) {
    next.delete('cursor');
  }
  for (const [name, value] of Object.entries<string | undefined>(change)) {
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return next;
}
