import type { IncomingHttpHeaders } from 'node:http';

const RETURN = /^return\s*=\s*"?([a-z]+)"?$/i;

/**
 * Whether the caller of a change does without the representation of what was
 * changed: `Prefer: return=minimal` (RFC 7240, section 4.2). Of several
 * preferences of one name the first counts (section 2); a preference that is
 * not understood is ignored, as the standard asks for.
 */
export function prefersMinimal(headers: IncomingHttpHeaders): boolean {
  const preferences = [headers.prefer ?? []].flat().join(',').split(',');
  const returns = preferences.flatMap(
    preference => RETURN.exec(preference.split(';')[0].trim())?.[1] ?? [],
  );
  return returns.at(0)?.toLowerCase() === 'minimal';
}
