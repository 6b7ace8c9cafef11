import type { ValidationProblem } from '../entities/validation/ValidationProblem';

/**
 * One thing that is wrong with a row of an import.
 * @public
 */
export interface ImportProblem extends ValidationProblem {
  /** Id of the field it is about, where it is about one. */
  field?: string;
  /** Position of the column, from 0, where it came from a column. */
  column?: number;
}

/**
 * A value read from a cell, or why it could not be read.
 *
 * `found` never repeats an amount: problems of imports are stored.
 * @public
 */
export type ReadCell<T> =
  | { ok: true; value: T }
  | { ok: false; rule: string; found: string; allowed: string };

/**
 * A cell that could not be read.
 * @public
 */
export function unreadable(
  rule: string,
  found: string,
  allowed: string,
): { ok: false; rule: string; found: string; allowed: string } {
  return { ok: false, rule, found, allowed };
}
