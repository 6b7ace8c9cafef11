/** Groups that GLPI writes before a column's own name. */
const GROUP_PREFIX =
  /^(financial and administrative information|characteristics|operating system|management) - /;

/**
 * A header as it is compared: without byte order mark, case, accents, blanks,
 * underscores and punctuation, and without the group GLPI puts before it.
 */
export function normaliseHeader(header: string): string {
  return header
    .replace(/\ufeff/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(GROUP_PREFIX, '')
    .replace(/[^\p{L}\p{N}#%]+/gu, '');
}
