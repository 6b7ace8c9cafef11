import { laptopsWithNotes, XLSX } from './__testUtils__/importFiles';
import {
  act,
  checked,
  csvOf,
  laptopHeader,
  laptops,
  rowsOf,
  upload,
  type UploadOptions,
} from './__testUtils__/imports';
import { describeShop } from './__testUtils__/shopRegister';

/** A row as it is answered. */
interface RowAnswer {
  line: number;
  outcome: string;
  problems: { message: string; found?: string }[];
}

/** A laptop of which one column says something else. */
function odd(
  tag: string,
  column: (typeof laptopHeader)[number],
  cell: string,
): string {
  return laptops([tag], { [column]: cell });
}

describeShop('a file to be imported', [], shop => {
  it.each<[string, string | Buffer, number, RegExp, UploadOptions?]>([
    [
      'bytes that are no UTF-8',
      Buffer.from(laptopsWithNotes(['BA-1']), 'latin1'),
      400,
      /Line 2 has bytes that are no utf-8.*declare its encoding/,
    ],
    [
      'a quote that is not closed',
      `${laptops(['BA-1', 'BA-2'])}"BA-3,x\ny,z\n`,
      400,
      /record that begins in line 4 has a quote that is not closed/,
    ],
    [
      'a quote within a cell',
      'Tag,Title\nBA-1,24" screen\n',
      400,
      /line 2 has a quote within a cell/,
      { query: { kind: 'Asset' } },
    ],
    ['nothing', '', 400, /file is empty/],
    ['blank lines only', '\n\n\n', 400, /file is empty/],
    [
      'a header and no rows',
      laptops([]),
      400,
      /a header and no rows; nothing is imported, and nothing is deleted/,
    ],
    ['a blank header', ',,\n1,2,3\n', 400, /has to be the header/],
    [
      'an .xlsx named .csv',
      Buffer.from('PK\u0003\u0004 and so on'),
      415,
      /workbook or archive, declared to be csv/,
    ],
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      415,
      /old or encrypted workbook/,
      { contentType: XLSX },
    ],
    [
      'CSV named .xlsx',
      laptops(['BA-1']),
      415,
      /no \.xlsx workbook/,
      { contentType: XLSX },
    ],
    [
      'a broken workbook',
      Buffer.from('PK\u0003\u0004 and so on'),
      400,
      /cannot be read/,
      { contentType: XLSX },
    ],
    [
      'JSON',
      '{}',
      415,
      /has to be text\/csv/,
      { contentType: 'application/json' },
    ],
    [
      'a charset nobody knows',
      laptops(['BA-1']),
      415,
      /charset has to be one of utf-8/,
      { contentType: 'text/csv; charset=utf-7' },
    ],
    [
      'a mapping that is no object',
      laptops(['BA-1']),
      400,
      /mapping has to be a JSON object/,
      { query: { mapping: '["tag"]' } },
    ],
    [
      'a currency there is none of',
      laptops(['BA-1']),
      400,
      /ISO 4217/,
      { query: { currency: 'ZZZ' } },
    ],
    [
      'a date format there is none of',
      laptops(['BA-1']),
      400,
      /dateFormat/,
      { query: { dateFormat: 'YY-MM-DD' } },
    ],
  ])('is refused: %s', async (...[_, file, status, message, options]) => {
    const before = await shop.knex('records').count();
    const answer = await upload(shop, file, options);
    expect([answer.status, answer.body.error.message]).toEqual([
      status,
      expect.stringMatching(message),
    ]);
    // Nothing of it is kept, and nothing of the register is touched.
    expect(await shop.knex('imports').where('state', 'receiving')).toEqual([]);
    expect(await shop.knex('records').count()).toEqual(before);
  });

  it.each<
    [
      string,
      (typeof laptopHeader)[number],
      string,
      Record<string, string>,
      string,
    ]
  >([
    ['an ambiguous number', 'Purchase cost', '1.234', {}, 'ambiguous-number'],
    [
      'a decimal comma that was not declared',
      'Purchase cost',
      '1.234,5',
      { decimalSeparator: 'point' },
      'not-a-number',
    ],
    ['an ambiguous date', 'Purchase date', '03/04/2026', {}, 'ambiguous-date'],
    ['a two-digit year', 'Purchase date', '31.01.26', {}, 'two-digit-year'],
    ['an Excel serial date', 'Purchase date', '46053', {}, 'excel-serial'],
    [
      'a day that does not exist',
      'Purchase date',
      '30.02.2026',
      { dateFormat: 'DD.MM.YYYY' },
      'impossible-date',
    ],
    ['an unknown status', 'Status', 'in transit', {}, 'status'],
  ])(
    'has a row refused, not guessed: %s',
    async (_, column, cell, query, rule) => {
      const over = query.dateFormat ? { 'In service since': '01.01.2026' } : {};
      const { id, outcomes } = await checked(
        shop,
        laptops(['GU-1'], { ...over, [column]: cell }),
        { query },
      );
      const [row] = await rowsOf(shop, id);
      expect([outcomes.error, row.line]).toEqual([1, 2]);
      expect(
        row.problems.map(({ rule: one }: { rule: string }) => one),
      ).toEqual([rule]);
      expect(row.problems[0]).toMatchObject({
        column: laptopHeader.indexOf(column),
        allowed: expect.any(String),
      });
    },
  );

  it('says what is wrong with headers that are blank, twice or unknown', async () => {
    const { id, columns, outcomes } = await checked(
      shop,
      'Tag,,Location,Location,Shelf,Asset Tag\nHE-1,a,b,c,d,HE-2\n',
      { query: { kind: 'Asset' } },
    );
    expect(columns).toEqual([
      { column: 0, header: 'Tag', field: 'tag' },
      { column: 1, header: '', problem: expect.stringMatching(/no header/) },
      { column: 2, header: 'Location', field: 'location' },
      {
        column: 3,
        header: 'Location',
        problem: expect.stringMatching(/header .Location. of column 3/),
      },
      { column: 4, header: 'Shelf' },
      {
        column: 5,
        header: 'Asset Tag',
        problem: expect.stringMatching(/read from column 1/),
      },
    ]);
    expect(outcomes.error).toBe(1);
    expect(id).toEqual(expect.any(String));
  });

  it('has ragged rows refused, as their values may be in other columns', async () => {
    const { id } = await checked(
      shop,
      `${laptops(['RA-1'])}RA-2,too few\n${
        laptops(['RA-3']).split('\n')[1]
      },more\n`,
    );
    expect(
      (await rowsOf(shop, id)).map(({ line, outcome, problems }: RowAnswer) => [
        line,
        outcome,
        problems[0]?.message,
      ]),
    ).toEqual([
      [2, 'create', undefined],
      [3, 'error', expect.stringMatching(/found 2 cells; allowed: 15 cells/)],
      [4, 'error', expect.stringMatching(/found 16 cells/)],
    ]);
  });

  it('has all rows refused that say different things of one record', async () => {
    const { id } = await checked(
      shop,
      [
        laptops(['TW-1', 'TW-2', 'TW-3', 'TW-2']),
        laptops(['TW-1'], { Location: 'Rome' }).split('\n')[1],
      ].join(''),
    );
    expect(
      (await rowsOf(shop, id)).map(({ outcome, problems }: RowAnswer) => [
        outcome,
        problems[0]?.found,
      ]),
    ).toEqual([
      ['error', 'line 6 about the same record, with other data'],
      ['create', undefined],
      ['create', undefined],
      ['unchanged', undefined],
      ['error', 'line 2 about the same record, with other data'],
    ]);
  });

  it('has rows refused whose identifiers are of different records', async () => {
    await act(
      shop,
      (
        await checked(shop, laptops(['ID-1', 'ID-2']))
      ).id,
      'commit',
    );
    const { id } = await checked(
      shop,
      csvOf(
        ['tag', 'name', 'location'],
        [
          ['ID-1', 'id-2', 'Paris'],
          ['ID-2', 'another', 'Paris'],
        ],
      ),
      { query: { kind: 'Asset' } },
    );
    for (const row of await rowsOf(shop, id)) {
      expect(row).toMatchObject({
        outcome: 'error',
        problems: expect.arrayContaining([
          expect.objectContaining({
            rule: 'identifiers-disagree',
            field: 'name',
          }),
        ]),
      });
    }
  });

  it('says nothing of amounts in problems', async () => {
    const { id } = await checked(
      shop,
      odd('SE-1', 'Purchase cost', '4711.0815 secret'),
    );
    const [{ problems }] = await rowsOf(shop, id);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toMatch(/4711|0815/);
  });
});
