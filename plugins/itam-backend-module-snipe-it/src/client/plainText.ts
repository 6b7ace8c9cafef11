import { sourceLine, sourceLines } from '@backstage-itam/plugin-itam-node';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Text as people wrote it: the API gives it escaped for HTML. Escapes are read
 * once, so that what people wrote as an escape stays one.
 */
export function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        return ENTITIES[name.toLowerCase()] ?? whole;
      }
      const code =
        decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** One line of text. */
export function plainLine(value: unknown): string {
  return typeof value === 'string'
    ? sourceLine(unescapeHtml(value))
    : sourceLine(value);
}

/** Notes: newer versions give what Markdown makes of them, with tags. */
export function plainLines(value: unknown): string {
  return typeof value === 'string'
    ? sourceLines(
        unescapeHtml(
          value.replace(/<br\s*\/?>/gi, '\n').replace(/<\/?[a-z][^<>]*>/gi, ''),
        ),
      )
    : '';
}
