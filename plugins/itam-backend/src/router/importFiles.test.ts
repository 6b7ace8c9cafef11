import { writeXlsxStream } from 'hucre/xlsx';
import { laptopsWithNotes, XLSX } from './__testUtils__/importFiles';
import {
  act,
  checked,
  csvOf,
  laptopHeader,
  laptops,
  rowsOf,
  type UploadOptions,
} from './__testUtils__/imports';
import { describeShop } from './__testUtils__/shopRegister';

async function workbook(
  rows: readonly (readonly (string | number | Date)[])[],
) {
  const stream = writeXlsxStream(
    rows.map(row => [...row]),
    { name: 'Sheet' },
  );
  return Buffer.from(await new Response(stream).arrayBuffer());
}

describeShop('a file to be imported', [], shop => {
  // Every way to write the same two rows.
  it.each<[string, (text: string) => string | Buffer, UploadOptions?]>([
    ['UTF-8 with a byte order mark', text => `\ufeff${text}`],
    ['UTF-16', text => Buffer.from(`\ufeff${text}`, 'utf16le')],
    [
      'UTF-16 without a mark, declared',
      text => Buffer.from(text, 'utf16le'),
      { query: { encoding: 'utf-16le' } },
    ],
    ['semicolons', text => text.replaceAll('","', '";"')],
    [
      'tabs',
      text => text.replaceAll('","', '"\t"'),
      { contentType: 'text/tab-separated-values' },
    ],
    ['CR-only line ends', text => text.replaceAll('\n', '\r')],
    [
      'another encoding, declared in the query',
      text => Buffer.from(text, 'latin1'),
      { query: { encoding: 'windows-1252' } },
    ],
    [
      'another encoding, declared in the header',
      text => Buffer.from(text, 'latin1'),
      { contentType: 'text/csv; charset=iso-8859-1' },
    ],
    ['rows at the end that hold nothing', text => `${text}\n,,,\n ,\n`],
  ])('is read: %s', async (...[_, write, options]) => {
    const { id, outcomes } = await checked(
      shop,
      write(laptopsWithNotes(['FI-1', 'FI-2'])),
      options,
    );
    expect(outcomes).toEqual({ create: 2, update: 0, unchanged: 0, error: 0 });
    const rows = await rowsOf(shop, id);
    expect(rows.map(({ line }: { line: number }) => line)).toEqual([2, 3]);
    expect(rows[0].cells.at(-1)).toBe('Größe');
  });

  it.each<
    [string, (typeof laptopHeader)[number], string, Record<string, string>]
  >([
    [
      'a decimal comma',
      'Purchase cost',
      '2.400,00',
      { decimalSeparator: 'comma' },
    ],
    [
      'an Excel serial date',
      'Purchase date',
      '46023',
      { dateFormat: 'excel-serial' },
    ],
    [
      'another date format',
      'Purchase date',
      '1/1/2026',
      { dateFormat: 'MM/DD/YYYY' },
    ],
    ['a default currency', 'Purchase currency', '', { currency: 'EUR' }],
  ])('is read as declared: %s', async (_, column, cell, query) => {
    const tag = `DE-${cell.replaceAll(/\W/g, '')}`;
    const dates = { 'excel-serial': '46023', 'MM/DD/YYYY': '01/01/2026' };
    const inService =
      new Map(Object.entries(dates)).get(query.dateFormat) ?? '2026-01-01';
    const { id } = await checked(
      shop,
      laptops([tag], { 'In service since': inService, [column]: cell }),
      { query },
    );
    await act(shop, id, 'commit');
    const record = await shop.register.get(
      'finance',
      `/records?q=${tag}&limit=1`,
    );
    const detail = await shop.register.get(
      'finance',
      `/records/${record.body.items[0].ref.replaceAll(/[:]/g, '/')}`,
    );
    expect(detail.body.spec).toMatchObject({
      inService: '2026-01-01',
      financials: {
        purchase: { amount: '2400.00', currency: 'EUR', date: '2026-01-01' },
      },
    });
  });

  it('keeps embedded line ends, quotes and formulas as they are written', async () => {
    const notes = 'one\r\ntwo, "three"\n=1+1';
    const { id } = await checked(
      shop,
      csvOf(
        [...laptopHeader, 'Notes'],
        laptops(['EM-1'], { Title: '=cmd|calc' })
          .trimEnd()
          .split('\n')
          .slice(1)
          .map(line => [
            ...line
              .slice(1, -1)
              .split('","')
              .map(cell => cell),
            notes,
          ]),
      ),
    );
    await act(shop, id, 'commit');
    const detail = await shop.register.get(
      'finance',
      '/records/asset/default/em-1',
    );
    expect(detail.body).toMatchObject({
      record: { title: '=cmd|calc' },
      spec: { notes },
    });
  });

  it('reads a workbook: text, numbers and dates as they are', async () => {
    const [header, line] = laptops(['WB-1'])
      .trimEnd()
      .split('\n')
      .map(text => text.slice(1, -1).split('","'));
    const typed: (string | number | Date)[] = [...line];
    typed[laptopHeader.indexOf('Purchase cost')] = 2400.5;
    typed[laptopHeader.indexOf('Life in months')] = 24;
    for (const column of ['Purchase date', 'In service since'] as const) {
      typed[laptopHeader.indexOf(column)] = new Date('2026-01-01T00:00:00Z');
    }
    const { id, outcomes, fileType } = await checked(
      shop,
      await workbook([header, typed]),
      {
        contentType: XLSX,
        query: { dateFormat: 'DD.MM.YYYY', decimalSeparator: 'comma' },
      },
    );
    expect([outcomes.create, fileType]).toEqual([1, 'xlsx']);
    await act(shop, id, 'commit');
    const detail = await shop.register.get(
      'finance',
      '/records/asset/default/wb-1',
    );
    expect(detail.body.spec.financials.purchase).toEqual({
      amount: '2400.5',
      currency: 'EUR',
      date: '2026-01-01',
    });
  });
});
