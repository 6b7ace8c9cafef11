import { quoteText } from '../entities/validation/describe';
import { type ReadCell, unreadable } from './importProblem';

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['y', true],
  ['1', true],
  ['x', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['n', false],
  ['0', false],
  ['off', false],
]);

/**
 * Reads yes or no: true, yes, y, 1, x, on; false, no, n, 0, off; in any case.
 * @public
 */
export function parseImportBoolean(text: string): ReadCell<boolean> {
  const value = WORDS.get(text.trim().toLowerCase());
  return value === undefined
    ? unreadable('boolean', quoteText(text.trim()), 'yes or no')
    : { ok: true, value };
}
