import {
  isPlainDate,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';

/** Control and bidi characters: they make text read unlike what is stored. */
const UNWANTED =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
/** Half of a pair: no character. */
const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Something wrong with a field of a request. Says what is allowed and, where
 * that is no money, what was found.
 */
export function inputProblem(
  path: string,
  rule: string,
  allowed: string,
  found?: string,
): ValidationProblem {
  return {
    path,
    rule,
    allowed,
    ...(found === undefined ? {} : { found }),
    message:
      found === undefined
        ? `${path}: allowed: ${allowed}`
        : `${path}: found ${found}; allowed: ${allowed}`,
  };
}

/** Control and bidi characters in one line of text, and blanks only. */
export function lineProblems(
  path: string,
  text: string | undefined,
): ValidationProblem[] {
  if (text === undefined) {
    return [];
  }
  if (UNWANTED.test(text) || LONE_SURROGATE.test(text)) {
    return [
      inputProblem(
        path,
        'control-character',
        'one line of text without control and bidi characters',
      ),
    ];
  }
  return text.trim() === ''
    ? [inputProblem(path, 'blank', 'text, or leave the field out')]
    : [];
}

/**
 * A day that does not exist or is outside a range of days, both inclusive.
 */
export function dayProblems(
  path: string,
  day: string | undefined,
  range: { from?: string; to?: string; why?: string } = {},
): ValidationProblem[] {
  if (day === undefined) {
    return [];
  }
  if (!isPlainDate(day)) {
    return [
      inputProblem(
        path,
        'date',
        'a date that exists, from 1900 on, written YYYY-MM-DD',
        `'${day.slice(0, 20)}'`,
      ),
    ];
  }
  const { from, to, why } = range;
  if (from !== undefined && day < from) {
    return [inputProblem(path, 'date-range', why ?? `${from} or later`, day)];
  }
  return to !== undefined && day > to
    ? [inputProblem(path, 'date-range', why ?? `${to} or earlier`, day)]
    : [];
}
