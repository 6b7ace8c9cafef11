import { pipeline, Readable } from 'node:stream';
import { InputError } from '@backstage/errors';
import { CsvError, parse } from 'csv-parse';
import { detectDelimiter, type Delimiter } from './detectDelimiter';
import type { SheetRow } from './sheetRow';

/** Text looked at to find out what separates cells. */
const SAMPLE_LENGTH = 64 * 1024;
/** A longer record is taken for one whose quote is not closed. */
const MAX_RECORD_LENGTH = 1_000_000;
/** What some versions of Excel write before the header. */
const SEPARATOR_LINE = /^sep=([,;\t|])(?:\r\n|\n|\r)/i;
const LINE_ENDS = /\r\n|\n|\r/g;

/**
 * Reads the records of CSV text (RFC 4180, any line ends), one after the
 * other. Cells are taken as they are written; records may have different
 * numbers of cells. Lines without anything are skipped.
 *
 * Throws InputError, with the line, for quotes that are not closed or stand
 * where none may.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  declared: Delimiter | undefined,
): AsyncGenerator<SheetRow> {
  const pieces = text[Symbol.asyncIterator]();
  let start = '';
  let ended = false;
  while (!ended && start.length < SAMPLE_LENGTH) {
    const piece = await pieces.next();
    ended = piece.done === true;
    start += piece.done ? '' : piece.value;
  }
  const separator = SEPARATOR_LINE.exec(start);
  const skipped = separator ? 1 : 0;
  const rest = start.slice(separator?.[0].length ?? 0);
  let lastLine = skipped;
  let countedTwice = 0;
  const parser = parse({
    delimiter: declared ?? separator?.[1] ?? detectDelimiter(rest),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_LENGTH,
    // Called as records are found, also before an error ends the reading.
    on_record: (cells, { lines }) => {
      // The parser counts each half of a Windows line end within quotes.
      countedTwice += occurrences(cells, /\r\n/g);
      lastLine = lines + skipped - countedTwice;
      return [String(lastLine - occurrences(cells, LINE_ENDS)), ...cells];
    },
  });
  pipeline(
    Readable.from(
      (async function* all() {
        yield rest;
        while (!ended) {
          const piece = await pieces.next();
          ended = piece.done === true;
          if (!piece.done) {
            yield piece.value;
          }
        }
      })(),
    ),
    parser,
    // Errors arrive where the records are read.
    () => {},
  );
  try {
    yield* rowsOf(parser);
  } catch (error) {
    throw error instanceof CsvError ? refusal(error, lastLine + 1) : error;
  }
}

/** Records with the line they begin in before their cells. */
async function* rowsOf(
  records: AsyncIterable<readonly string[]>,
): AsyncGenerator<SheetRow> {
  for await (const [line, ...cells] of records) {
    yield { line: Number(line), cells };
  }
}

function refusal(error: CsvError, line: number): InputError {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new InputError(
        `The record that begins in line ${line} has a quote that is not closed`,
      );
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new InputError(
        `The record that begins in line ${line} has a quote within a cell; put the whole cell in quotes and write quotes in it twice, and check that the quotes before are closed`,
      );
    default:
      return new InputError(
        `The record that begins in line ${line} is no CSV (${error.code})`,
      );
  }
}

function occurrences(cells: readonly string[], pattern: RegExp): number {
  return cells.reduce(
    (sum, cell) => sum + (cell.match(pattern)?.length ?? 0),
    0,
  );
}
