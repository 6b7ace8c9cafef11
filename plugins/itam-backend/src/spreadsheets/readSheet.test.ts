import { gzipSync } from 'node:zlib';
import { writeXlsxStream } from 'hucre/xlsx';
import { decodeText } from './decodeText';
import { detectDelimiter } from './detectDelimiter';
import { fileSignature } from './fileSignature';
import { readCsv } from './readCsv';
import { readXlsx } from './readXlsx';
import type { SheetRow } from './sheetRow';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}

async function all(rows: AsyncIterable<SheetRow>): Promise<SheetRow[]> {
  const found: SheetRow[] = [];
  for await (const row of rows) {
    found.push(row);
  }
  return found;
}

const csv = (
  text: string | Buffer,
  options: {
    encoding?: Parameters<typeof decodeText>[1];
    delimiter?: Parameters<typeof readCsv>[1];
    piece?: number;
  } = {},
) =>
  all(
    readCsv(
      decodeText(
        inPieces(Buffer.from(text), options.piece ?? 7),
        options.encoding,
      ),
      options.delimiter,
    ),
  );

const twoRows = [
  { line: 1, cells: ['Tag', 'Title'] },
  { line: 2, cells: ['HW-1', 'Größe'] },
];
const text = 'Tag,Title\nHW-1,Größe\n';
const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('readCsv', () => {
  it.each<[string, string | Buffer, Parameters<typeof csv>[1]?]>([
    ['UTF-8', text],
    ['UTF-8 with a mark', `\ufeff${text}`],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['big-endian UTF-16 with a mark', utf16be],
    [
      'declared UTF-16 without one',
      Buffer.from(text, 'utf16le'),
      { encoding: 'utf-16le' },
    ],
    [
      'a declared Windows encoding',
      Buffer.from(text, 'latin1'),
      { encoding: 'windows-1252' },
    ],
    ['semicolons', text.replaceAll(',', ';')],
    ['tabs', text.replaceAll(',', '\t')],
    ['bars', text.replaceAll(',', '|')],
    ['old Macintosh line ends', text.replaceAll('\n', '\r')],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
    ['no line end at the end', text.trimEnd()],
  ])('reads %s', async (...[_, file, options]) => {
    for (const piece of [1, 2, 5, 1000]) {
      expect(await csv(file, { ...options, piece })).toEqual(twoRows);
    }
  });

  it('names the line each record begins in', async () => {
    expect(await csv('a,b\n\n"one\r\ntwo","three ""3"""\n\n\nx,y\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['one\r\ntwo', 'three "3"'] },
      { line: 7, cells: ['x', 'y'] },
    ]);
  });

  it('follows the line that names the separator', async () => {
    expect(await csv('sep=;\r\na;b,c\r\n')).toEqual([
      { line: 2, cells: ['a', 'b,c'] },
    ]);
  });

  it('takes ragged rows as they are', async () => {
    expect((await csv('a,b\n1\n1,2,3\n')).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1'],
      ['1', '2', '3'],
    ]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['a quote that is not closed', 'a,b\n1,2\n3,"x\n4,5\n', /line 3 .*closed/],
    ['a quote within a cell', 'a,b\n1,24" disk\n', /line 2 .*quote within/],
    ['text behind a quote', 'a,b\n1,"x"y\n', /line 2 .*quote within/],
    [
      'a quote never closed in a large file',
      `a,b\n"${'x,y\n'.repeat(300_000)}`,
      /line 2 .*closed/,
    ],
    [
      'bytes that are no UTF-8',
      Buffer.from(text, 'latin1'),
      /Line 2 has bytes that are no utf-8.*windows-1252/,
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('Tag,Title', 'utf16le'),
      /Line 1 has a NUL character.*utf-16le/,
    ],
  ])('refuses %s', async (_, file, message) => {
    await expect(csv(file, { piece: 100_000 })).rejects.toThrow(message);
  });

  it('refuses a mark of another encoding than the declared one', async () => {
    await expect(
      csv(`\ufeff${text}`, { encoding: 'windows-1252' }),
    ).rejects.toThrow(/mark of utf-8.*declared to be windows-1252/);
  });
});

it.each([
  ['a;b,c;d\n1,1,1,1', ';'],
  ['"a,b,c";d\n', ';'],
  ['\n\na\tb\n', '\t'],
  ['one', ','],
  ['', ','],
])('the delimiter of %j is %j', (start, expected) => {
  expect(detectDelimiter(start)).toBe(expected);
});

async function workbook(rows: readonly (readonly unknown[])[]) {
  const stream = writeXlsxStream(
    rows.map(row =>
      row.map(cell =>
        typeof cell === 'number' ||
        typeof cell === 'boolean' ||
        cell instanceof Date ||
        cell === null
          ? cell
          : String(cell),
      ),
    ),
    { name: 'Sheet' },
  );
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe('readXlsx', () => {
  it('reads text, numbers, dates and truth of the first sheet', async () => {
    const file = await workbook([
      ['Tag', 'Cost', 'Bought', 'Spare'],
      ['HW-1', 0.1 + 0.2, new Date('2026-01-31T00:00:00Z'), true],
      [null, null],
      ['=1+1', -5, null, false],
    ]);
    expect(await all(readXlsx(file, 1_000_000))).toEqual([
      { line: 1, cells: ['Tag', 'Cost', 'Bought', 'Spare'] },
      { line: 2, cells: ['HW-1', 0.3, { date: '2026-01-31' }, 'yes'] },
      { line: 4, cells: ['=1+1', -5, '', 'no'] },
    ]);
    expect(fileSignature(file)).toBe('zip');
  });

  it('refuses what unpacks to more than is allowed', async () => {
    const file = await workbook([['x'.repeat(200_000)]]);
    expect(file.length).toBeLessThan(20_000);
    await expect(all(readXlsx(file, 100_000))).rejects.toThrow(
      /unpacks to more than 100000 bytes/,
    );
  });

  it.each([
    ['no archive', Buffer.from('PK\u0003\u0004 but no more')],
    ['another archive', gzipSync('x')],
    ['an empty archive', Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`)],
  ])('refuses %s', async (_, file) => {
    await expect(all(readXlsx(file, 1_000_000))).rejects.toThrow(
      /cannot be read/,
    );
  });
});
