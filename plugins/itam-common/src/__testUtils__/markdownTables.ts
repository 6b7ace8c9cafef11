import { codeBlocks, docPage } from '../entities/testing/docSection';

/** A table of a documentation page: what stands in each column, by its head. */
export type MarkdownRow = Record<string, string>;

/**
 * The first table below a heading of a documentation page, so that tests read
 * the numbers that people read.
 *
 * Code marks are taken off the cells.
 */
export function tableUnder(page: string, heading: string): MarkdownRow[] {
  const lines = docPage(page).split('\n');
  const start = lines.findIndex(
    line => line.startsWith('#') && line.replace(/^#+\s*/, '') === heading,
  );
  if (start < 0) {
    throw new Error(`${page} has no heading '${heading}'`);
  }
  const rest = lines.slice(start + 1);
  const nextHeading = rest.findIndex(line => line.startsWith('#'));
  const section = nextHeading < 0 ? rest : rest.slice(0, nextHeading);
  const first = section.findIndex(line => line.startsWith('|'));
  if (first < 0) {
    throw new Error(`${page} has no table under '${heading}'`);
  }
  const after = section.slice(first);
  const length = after.findIndex(line => !line.startsWith('|'));
  const [head, , ...rows] = (length < 0 ? after : after.slice(0, length)).map(
    cellsOf,
  );
  return rows.map(cells =>
    Object.fromEntries(head.map((name, column) => [name, cells[column] ?? ''])),
  );
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim().replace(/^`(.*)`$/, '$1'));
}

/** What a documentation page gives as examples of a rule. */
interface NamedExample {
  rule: string;
}

function isNamed(value: unknown): value is NamedExample {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rule' in value &&
    typeof value.rule === 'string'
  );
}

/**
 * The JSON examples of one rule on a documentation page; `read` takes one
 * apart, so that a page that lacks a field fails the test.
 */
export function examplesOf<T>(
  page: string,
  rule: string,
  read: (example: Readonly<Record<string, unknown>>) => T,
): T[] {
  const found = codeBlocks(docPage(page), 'json')
    .map((text): unknown => JSON.parse(text))
    .filter(isNamed)
    .filter(example => example.rule === rule);
  if (found.length === 0) {
    throw new Error(`${page} has no example of the rule '${rule}'`);
  }
  return found.map(example => read({ ...example }));
}
