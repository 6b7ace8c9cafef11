const CANDIDATES = [',', ';', '\t', '|'] as const;

/** What may separate the cells of a text file. */
export type Delimiter = (typeof CANDIDATES)[number];

/**
 * What separates the cells of a file, by its first line: the candidate that
 * occurs most often outside quotes. A comma when none does: the file then has
 * one column.
 */
export function detectDelimiter(start: string): Delimiter {
  const counts = new Map<string, number>();
  let quoted = false;
  let seen = false;
  for (const character of start) {
    if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && (character === '\n' || character === '\r')) {
      if (seen) {
        break;
      }
    } else if (!quoted) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
      seen = true;
    }
  }
  return CANDIDATES.reduce((best, one) =>
    (counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best,
  );
}
