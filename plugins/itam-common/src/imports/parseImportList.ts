import { quoteText } from '../entities/validation/describe';
import { type ReadCell, unreadable } from './importProblem';

/**
 * Splits a cell with several values: at semicolons, vertical bars, commas and
 * line breaks, which references and tags never have. Blanks around the values
 * are dropped, empty values too.
 * @public
 */
export function parseImportList(text: string): string[] {
  return text
    .split(/[;|,\r\n]+/)
    .map(value => value.trim())
    .filter(value => value !== '');
}

/**
 * Reads references with numbers: `component:default/api=60; system:crm`. The
 * number is a share in percent or a weight, with a decimal point; a percent
 * sign after it is allowed.
 * @public
 */
export function parseImportShares(
  text: string,
): ReadCell<{ ref: string; number?: number }[]> {
  const value: { ref: string; number?: number }[] = [];
  for (const entry of parseImportList(text)) {
    const match = /^([^=\s]+)(?:\s*=\s*(\d{1,9}(?:\.\d{1,9})?)\s*%?)?$/.exec(
      entry,
    );
    if (!match) {
      return unreadable(
        'list-entry',
        quoteText(entry),
        'references, each alone or followed by = and a number, such as component:default/api=60',
      );
    }
    const [, ref, number] = match;
    value.push(
      number === undefined ? { ref } : { ref, number: Number(number) },
    );
  }
  return { ok: true, value };
}
