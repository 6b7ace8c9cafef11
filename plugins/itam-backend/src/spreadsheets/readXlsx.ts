import { InputError } from '@backstage/errors';
import { streamXlsxRows } from 'hucre/xlsx';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { SheetCell, SheetRow } from './sheetRow';

/** Digits that spreadsheets compute with; more are noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;

/**
 * Reads the rows of the first sheet of a workbook, with the values of
 * formulas. Rows without anything are skipped.
 *
 * Throws InputError for what is no workbook, is encrypted, or unpacks to more
 * than `maxUnpackedBytes`.
 */
export async function* readXlsx(
  file: Uint8Array,
  maxUnpackedBytes: number,
): AsyncGenerator<SheetRow> {
  await checkUnpackedSize(Buffer.from(file), maxUnpackedBytes);
  const rows = streamXlsxRows(file);
  for (;;) {
    let next;
    try {
      next = await rows.next();
    } catch {
      throw unreadable();
    }
    if (next.done) {
      return;
    }
    const { index, values } = next.value;
    const cells = values.map(cellOf);
    if (cells.some(cell => cell !== '')) {
      yield { line: index + 1, cells };
    }
  }
}

function unreadable(): InputError {
  return new InputError(
    'The workbook cannot be read; save it without a password as .xlsx, or as CSV',
  );
}

function cellOf(value: unknown): SheetCell {
  switch (typeof value) {
    case 'string':
      return value.replaceAll('\0', '');
    case 'number':
      return Number(value.toPrecision(SIGNIFICANT_DIGITS));
    case 'boolean':
      return value ? 'yes' : 'no';
    default:
      return value instanceof Date && !Number.isNaN(value.getTime())
        ? { date: value.toISOString().slice(0, 10) }
        : '';
  }
}

/** Unpacks everything once and counts, since what an archive says may be wrong. */
async function checkUnpackedSize(file: Buffer, maxBytes: number) {
  const archive = await opened(file);
  let unpacked = 0;
  await new Promise<void>((resolve, reject) => {
    archive.on('error', () => reject(unreadable()));
    archive.on('end', resolve);
    archive.on('entry', (entry: Entry) => {
      archive.openReadStream(entry, (error, stream) => {
        if (error) {
          reject(unreadable());
          return;
        }
        stream.on('error', () => reject(unreadable()));
        stream.on('data', (chunk: Buffer) => {
          unpacked += chunk.length;
          if (unpacked > maxBytes) {
            stream.destroy();
            reject(
              new InputError(
                `The workbook unpacks to more than ${maxBytes} bytes; save it as CSV`,
              ),
            );
          }
        });
        stream.on('end', () => archive.readEntry());
      });
    });
    archive.readEntry();
  });
}

async function opened(file: Buffer): Promise<ZipFile> {
  return await new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (error, archive) =>
      error ? reject(unreadable()) : resolve(archive),
    );
  });
}
