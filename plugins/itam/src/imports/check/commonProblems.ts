import {
  IMPORT_DATE_FORMATS,
  type ImportDateFormat,
  type ImportRowEntry,
  parseImportDate,
} from '@backstage-itam/plugin-itam-common';

const DATE_RULES = [
  'ambiguous-date',
  'date-format',
  'date-time',
  'excel-serial',
  'impossible-date',
  'two-digit-year',
];

/** What many rows have wrong alike, and is put right for all of them at once. */
export interface CommonProblems {
  /** Words for a status the register does not know. */
  statusWords: string[];
  /** Rows with a date that is not written as declared. */
  dateRows: number;
  /**
   * The only way to write dates in which all of these are dates, but for those
   * that are none in any.
   */
  dateFormat?: ImportDateFormat;
  /** Rows with an amount that can be read in two ways. */
  ambiguousRows: number;
}

/**
 * Finds what is wrong with rows because of how the file is written.
 */
export function commonProblems(
  rows: readonly ImportRowEntry[],
): CommonProblems {
  const dates = new Set<string>();
  const words = new Map<string, string>();
  let dateRows = 0;
  let otherForm = false;
  let ambiguousRows = 0;
  for (const { cells, problems } of rows) {
    const cellOf = (column: number | undefined) =>
      column === undefined ? '' : cells[column]?.trim() ?? '';
    const unread = problems.filter(({ rule }) => DATE_RULES.includes(rule));
    dateRows += unread.length > 0 ? 1 : 0;
    unread.forEach(({ column }) => dates.add(cellOf(column)));
    otherForm ||= unread.some(({ rule }) => rule !== 'impossible-date');
    if (problems.some(({ rule }) => rule === 'ambiguous-number')) {
      ambiguousRows += 1;
    }
    for (const { rule, column } of problems) {
      const word = cellOf(column);
      if (rule === 'status' && word) {
        words.set(word.toLowerCase(), words.get(word.toLowerCase()) ?? word);
      }
    }
  }
  const dateFormat = onlyFormatOf([...dates]);
  return {
    statusWords: [...words.values()],
    // Days that do not exist are mistakes of their rows, not of the format.
    dateRows: otherForm || dateFormat ? dateRows : 0,
    dateFormat,
    ambiguousRows,
  };
}

function onlyFormatOf(dates: readonly string[]): ImportDateFormat | undefined {
  const formats = IMPORT_DATE_FORMATS.filter(
    format => !format.includes('serial'),
  );
  const reads = (format: ImportDateFormat, date: string) =>
    parseImportDate(date, format).ok;
  const readable = dates.filter(date =>
    formats.some(format => reads(format, date)),
  );
  const fitting =
    readable.length === 0
      ? []
      : formats.filter(format => readable.every(date => reads(format, date)));
  // Formats with a time read days without one too.
  const plain = fitting.filter(format => !format.endsWith('hh:mm'));
  const left = plain.length > 0 ? plain : fitting;
  return left.length === 1 ? left[0] : undefined;
}
