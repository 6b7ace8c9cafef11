/** Parts of a CPE that are software: applications and operating systems. */
const SOFTWARE_PARTS: ReadonlySet<string> = new Set(['a', 'o']);

/**
 * Vendor and product that a CPE names, as a formatted string (`cpe:2.3:…`) or
 * a URI (`cpe:/…`), by NISTIR 7695; undefined for hardware, for what names not
 * both, and for what is no CPE.
 * @public
 */
export function cpeProduct(
  cpe: string,
): { vendor: string; product: string } | undefined {
  const bound = /^cpe:(?:2\.3:|\/)(?<rest>.*)$/s.exec(cpe.trim())?.groups?.rest;
  if (bound === undefined) {
    return undefined;
  }
  // A backslash quotes what follows, colons too.
  const [part, vendor, product] = (
    bound.match(/(?:^|:)(?:\\.|[^:\\])*/gs) ?? []
  ).map(field => textOf(field.replace(/^:/, '')));
  return part !== undefined && SOFTWARE_PARTS.has(part) && vendor && product
    ? { vendor, product }
    : undefined;
}

/** Undefined for any value (`*`) and none (`-`). */
function textOf(field: string): string | undefined {
  if (field === '' || field === '*' || field === '-') {
    return undefined;
  }
  const plain = field.replace(/\\(.)/gs, '$1');
  try {
    return decodeURIComponent(plain).replace(/_/g, ' ');
  } catch {
    return plain.replace(/_/g, ' ');
  }
}
