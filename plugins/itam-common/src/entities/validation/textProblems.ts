import { problem, type ValidationProblem } from './ValidationProblem';
import type { SpecField } from './SpecField';

/**
 * Control characters, lone surrogates, line and paragraph separators, and the
 * characters that change the direction of what follows: they make text read
 * differently from what is stored.
 */
const UNWANTED =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What text of several lines may have beyond that. */
const LINE_BREAKS: ReadonlySet<string> = new Set(['\n', '\r', '\t']);

/**
 * Control and bidi characters in text, and text that is only blanks.
 *
 * The problem names the character and its position, never the text.
 */
export function textProblems(
  field: SpecField,
  options: { multiline: boolean },
): ValidationProblem[] {
  const text = field.text();
  if (text === undefined) {
    return [];
  }
  for (const match of text.matchAll(UNWANTED)) {
    if (options.multiline && LINE_BREAKS.has(match[0])) {
      continue;
    }
    const code = match[0].charCodeAt(0).toString(16).toUpperCase();
    return [
      problem({
        path: field.path,
        rule: 'control-character',
        found: `the character U+${code.padStart(4, '0')} at position ${
          match.index + 1
        }`,
        allowed: options.multiline
          ? 'text without control and bidi characters'
          : 'one line of text without control and bidi characters',
      }),
    ];
  }
  if (text.length > 0 && text.trim() === '') {
    return [
      problem({
        path: field.path,
        rule: 'blank',
        found: 'blanks only',
        allowed: 'text, or leave the field out',
      }),
    ];
  }
  return [];
}
