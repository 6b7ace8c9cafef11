/**
 * The address of a pool's page beside the positions; the view it came from is
 * kept for the way back.
 */
export function poolAddress(
  licenseRef: string,
  search: URLSearchParams,
): string {
  const next = new URLSearchParams(search);
  next.set('pool', licenseRef);
  return `?${next}`;
}

/**
 * The address of the positions a pool's page was opened from.
 */
export function positionsAddress(search: URLSearchParams): string {
  const next = new URLSearchParams(search);
  next.delete('pool');
  next.delete('unused');
  return next.size > 0 ? `?${next}` : '?';
}
