import { InputError } from '@backstage/errors';
import type { SheetRow } from '../spreadsheets/sheetRow';
import { parquetOf, type WriteOptions } from './__testUtils__/parquetOf';
import { readFooter } from './readFooter';
import type { ParquetLimits } from './checkGroup';
import { readParquet } from './readParquet';
import { withReceivedFile } from './receiveFile';

const LIMITS: ParquetLimits = { groupBytes: 1_000_000, textBytes: 1_000_000 };

async function* inPieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 1_000) {
    yield bytes.subarray(at, at + 1_000);
  }
}

/** The rows of a file, by columns `a` and `b`. */
async function rowsOf(
  bytes: Uint8Array,
  limits = LIMITS,
): Promise<readonly SheetRow[]> {
  return await withReceivedFile(inPieces(bytes), async file => {
    const found: SheetRow[] = [];
    const wanted = new Set(['a', 'b']);
    const metadata = await readFooter(file);
    for await (const row of readParquet(file, metadata, wanted, limits)) {
      found.push(row);
    }
    return found;
  });
}

const columns = [
  { name: 'a', type: 'decimal' },
  { name: 'unread', type: 'float' },
  { name: 'b', type: 'map' },
] as const;
const rows = Array.from({ length: 2_500 }, (_, row) => [
  row % 7 === 0 ? 'NULL' : `${row % 5}.00000${row}`,
  `${row}`,
  row % 3 === 0 ? 'NULL' : `{"tag": "${row % 11}"}`,
]);
const written = (options: WriteOptions = {}) =>
  parquetOf(columns, rows, options);

describe('readParquet', () => {
  it.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD', 'BROTLI'] as const)(
    'reads row group by row group: %s',
    async codec => {
      const found = await rowsOf(written({ codec, rowGroupSize: 600 }));
      expect(found).toEqual(
        rows.map(([a, , b], index) => ({
          line: index + 1,
          cells: [
            a === 'NULL' ? '' : a.padEnd(14, '0'),
            '',
            b === 'NULL' ? '' : b.replace(' ', ''),
          ],
        })),
      );
    },
  );

  it.each<[string, () => Buffer, RegExp, ParquetLimits?]>([
    ['too short', () => Buffer.from('PAR1PAR1'), /too short/],
    [
      'cut short',
      () => written().subarray(0, -200),
      /last four bytes are not PAR1, so it was cut short/,
    ],
    [
      'encrypted',
      () => withEnd(written(), 'PARE'),
      /is encrypted; write it without a key/,
    ],
    [
      'a footer longer than the file',
      () => withFooterLength(written(), 9_999_999),
      /footer of 9999999 bytes is longer than the file/,
    ],
    [
      'a footer that is none',
      () => withFooterLength(written(), 20),
      /its footer is damaged/,
    ],
    [
      'a row group that unpacks to too much',
      () => written(),
      /row group 1 unpacks to more than 5000 bytes at column|unpacks to more than 5000 bytes in one row group/,
      { ...LIMITS, groupBytes: 5_000 },
    ],
    [
      'more text than a CSV file may have',
      () => written(),
      /up to row \d+ it has more than 9000 bytes as text; split it/,
      { ...LIMITS, textBytes: 9_000 },
    ],
  ])('refuses %s', async (_, make, message, limits = LIMITS) => {
    const refused = rowsOf(make(), limits);
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(message);
  });

  it('answers with the same or a refusal, whichever byte is another', async () => {
    const small = parquetOf(
      [columns[0], columns[2]],
      rows.slice(0, 40).map(([a, , b]) => [a, b]),
      { codec: 'UNCOMPRESSED', rowGroupSize: 25 },
    );
    const answers: unknown[] = [];
    for (let at = 0; at < small.length; at += 3) {
      const bytes = Buffer.from(small);
      bytes[at] = bytes[at] === 0xff ? 0x7f : 0xff;
      answers.push(
        await rowsOf(bytes).then(
          found => found.length,
          (error: unknown) => error,
        ),
      );
    }
    const refused = answers.filter(one => one instanceof InputError);
    expect(answers.filter(one => !(one instanceof InputError))).toEqual(
      Array(answers.length - refused.length).fill(40),
    );
    expect(refused.length).toBeGreaterThan(100);
  });
});

function withEnd(bytes: Buffer, end: string): Buffer {
  return Buffer.concat([bytes.subarray(0, -4), Buffer.from(end)]);
}

function withFooterLength(bytes: Buffer, length: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(length, changed.length - 8);
  return changed;
}
