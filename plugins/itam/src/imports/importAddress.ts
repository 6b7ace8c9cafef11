import { STEPS, type Step } from './importState';

/** What rows would do. */
export const OUTCOMES = ['create', 'update', 'unchanged', 'error'] as const;
/** What was done with rows. */
export const RESULTS = ['created', 'updated', 'undone', 'kept'] as const;
/** Rows on a page. */
export const ROWS_ON_A_PAGE = 25;

/** What the address of an import says. */
export interface ImportAddress {
  step?: Step;
  outcome?: (typeof OUTCOMES)[number];
  result?: (typeof RESULTS)[number];
  cursor?: string;
}

/** Reads the view of an import from an address; anything else is left out. */
export function readImportAddress(search: URLSearchParams): ImportAddress {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === search.get(name));
  return {
    step: one('step', STEPS),
    outcome: one('outcome', OUTCOMES),
    result: one('result', RESULTS),
    cursor: search.get('cursor') ?? undefined,
  };
}
