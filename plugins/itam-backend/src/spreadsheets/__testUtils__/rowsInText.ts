import { readCsv } from '../readCsv';
import type { SheetRow } from '../sheetRow';

/** The rows of CSV text. */
export function rowsInText(text: string): AsyncIterable<SheetRow> {
  return readCsv(
    (async function* whole() {
      yield text;
    })(),
    undefined,
  );
}
