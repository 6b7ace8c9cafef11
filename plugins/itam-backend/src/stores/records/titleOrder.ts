/** As many as serial numbers have; longer numbers are sorted as text. */
const DIGITS = 20;

/**
 * What titles are sorted by, the same on every database: in any letter case,
 * letters with marks beside those without, and numbers by their value, so that
 * `laptop 9` comes before `Laptop 10`.
 */
export function titleOrder(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\d+/g, digits => digits.padStart(DIGITS, '0'));
}
