import { goodAsset } from '../entities/testing/goodEntities';
import { changedPathsOf } from './changedPaths';
import { naturalKeyOf, naturalKeyText } from './naturalKey';
import { type ImportMapping, rowToSpec } from './rowToSpec';

const mapping: ImportMapping = {
  columns: [
    'title',
    'tag',
    'serialNumber',
    'manufacturer',
    'type',
    'status',
    'owner',
    'assignee',
    'financials.purchase.amount',
    'financials.purchase.date',
    'warranty.months',
    null,
  ],
  dateFormat: 'DD.MM.YYYY',
  decimal: 'comma',
};

const row = [
  'Jane’s laptop',
  'HW-1',
  '0012',
  'Dell',
  'Laptop',
  'Deployed',
  'payments',
  'jane',
  '1.299,00',
  '15.04.2024',
  '36 months',
  'ignored',
];

function withCell(column: number, cell: string): string[] {
  return row.map((one, at) => (at === column ? cell : one));
}

describe('rowToSpec', () => {
  it('builds the spec that YAML has', () => {
    expect(rowToSpec('Asset', mapping, row, { currency: 'EUR' })).toEqual({
      spec: {
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'payments',
        assignee: 'jane',
        tag: 'HW-1',
        serialNumber: '0012',
        manufacturer: 'Dell',
        warranty: { until: '2027-04-14' },
        financials: {
          purchase: { amount: '1299.00', currency: 'EUR', date: '2024-04-15' },
        },
      },
      metadata: { name: 'hw-1', title: 'Jane’s laptop' },
      problems: [],
      nameGiven: false,
    });
  });

  it('lists all problems of a row with their columns, and no amount', () => {
    const { problems } = rowToSpec(
      'Asset',
      mapping,
      [
        'x'.repeat(201),
        'HW-1',
        '',
        '',
        'Laptop',
        'In transit',
        'component:x',
        '',
        '12.95',
        '4/15/24',
        'long',
      ],
      { currency: 'EUR' },
    );
    expect(
      problems.map(({ column, field, rule }) => [column, field, rule]),
    ).toEqual([
      [5, 'status', 'status'],
      [9, 'financials.purchase.date', 'two-digit-year'],
      [10, 'warranty.months', 'months'],
      [8, 'financials.purchase.amount', 'not-a-number'],
      [6, 'owner', 'ref-kind'],
      [0, 'title', 'text-length'],
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/12\.95|4\/15/);
  });

  it('refuses months without a day to count from', () => {
    const { problems } = rowToSpec('Asset', mapping, withCell(9, ''), {
      currency: 'EUR',
    });
    expect(problems.map(({ field, rule }) => [field, rule])).toContainEqual([
      'warranty.months',
      'start-missing',
    ]);
  });

  it('takes defaults for what a row does not say', () => {
    const { spec, problems } = rowToSpec('Asset', mapping, withCell(6, ''), {
      currency: 'EUR',
      cells: { owner: 'group:default/it', expected: '2026-01-31', tag: 'no' },
    });
    expect(problems).toEqual([]);
    expect(spec).toMatchObject({
      owner: 'group:default/it',
      expected: '2026-01-31',
      tag: 'HW-1',
    });
  });

  it('finds the refs of names in the file', () => {
    const { spec } = rowToSpec(
      'Asset',
      {
        ...mapping,
        reference: text =>
          text === 'Jane Doe' ? 'user:default/jane' : undefined,
      },
      withCell(7, 'Jane Doe'),
      { currency: 'EUR' },
    );
    expect(spec).toMatchObject({
      assignee: 'user:default/jane',
      owner: 'payments',
    });
  });

  it('updates a record, and keeps or clears what a blank cell stands for', () => {
    const entity = goodAsset();
    const existing = { spec: entity.spec ?? {}, metadata: entity.metadata };
    const columns = ['tag', 'status', 'location', 'financials.costCenter'];
    const cells = ['HW-000123', 'In repair', '', ''];
    const base = { columns, dateFormat: 'YYYY-MM-DD' as const };
    const kept = rowToSpec('Asset', base, cells, { existing });
    expect(kept.problems).toEqual([]);
    expect(changedPathsOf(entity.spec, kept.spec)).toEqual(['status']);
    expect(kept.metadata).toEqual(entity.metadata);
    const cleared = rowToSpec('Asset', { ...base, blank: 'clear' }, cells, {
      existing,
    });
    expect(changedPathsOf(entity.spec, cleared.spec)).toEqual([
      'financials.costCenter',
      'location',
      'status',
    ]);
  });

  it('moves a record to the stage of its new status', () => {
    const entity = goodAsset();
    const { spec } = rowToSpec(
      'Asset',
      { columns: ['status'], dateFormat: 'YYYY-MM-DD' },
      ['In stock'],
      { existing: { spec: entity.spec ?? {}, metadata: entity.metadata } },
    );
    expect(spec).toMatchObject({ stage: 'deployment', status: 'in-stock' });
  });

  it('refuses unknown fields, a field twice and rows without a name', () => {
    const { problems } = rowToSpec(
      'Contract',
      {
        columns: ['type', 'type', 'colour', 'vendor'],
        dateFormat: 'YYYY-MM-DD',
      },
      ['support', 'lease', 'red', 'Dell Inc.'],
      { cells: { size: '1' } },
    );
    expect(problems.map(({ rule }) => rule)).toEqual([
      'field-twice',
      'unknown-field',
      'unknown-field',
      'required',
      'required',
      'name-missing',
    ]);
  });

  it('reads a contract as GLPI exports it', () => {
    const { spec, problems } = rowToSpec(
      'Contract',
      {
        columns: [
          'title',
          'type',
          'vendor',
          'term.start',
          'term.months',
          'renewal.kind',
          'renewal.months',
          'renewal.noticeMonths',
        ],
        dateFormat: 'YYYY-MM-DD',
      },
      [
        'Printers',
        'Maintenance',
        'Dell Inc.',
        '2026-01-31',
        '12 months',
        'Tacit',
        '12',
        '3 months',
      ],
      { cells: { owner: 'group:default/it' } },
    );
    expect(problems).toEqual([]);
    expect(spec).toMatchObject({
      type: 'maintenance',
      vendor: 'dell-inc',
      term: { start: '2026-01-31', end: '2027-01-30' },
      renewal: { kind: 'automatic', months: 12, noticeMonths: 3 },
    });
  });

  it('refuses ids and tags the catalog would refuse', () => {
    const { problems } = rowToSpec(
      'Asset',
      { ...mapping, columns: [...mapping.columns, 'name', 'tags'] },
      [...row, 'Jane’s laptop', 'ok; Not'],
      { currency: 'EUR' },
    );
    expect(
      problems.map(({ column, field, rule }) => [column, field, rule]),
    ).toEqual([
      [12, 'name', 'name'],
      [13, 'tags', 'tag'],
    ]);
  });

  it.each([
    ['financials.charges', '[{"amount": 12.5}', 'json'],
    ['financials.charges', '{"__proto__":{}}', 'forbidden-key'],
    ['services', 'a=b', 'list-entry'],
    ['quantity', '1,5', 'not-a-number'],
    ['quantity', '9'.repeat(20), 'not-a-number'],
    ['cores', '8 months', 'not-a-number'],
    ['vendor', '†', 'slug'],
    ['class', 'thing', 'enum'],
  ])('refuses in %s the cell %s', (field, cell, rule) => {
    const { problems } = rowToSpec(
      'Asset',
      { columns: [field, 'tag'], dateFormat: 'YYYY-MM-DD' },
      [cell, 'HW-1'],
    );
    expect(problems[0]).toMatchObject({ field, column: 0, rule });
  });
});

describe('naturalKeyOf', () => {
  it.each([
    [{ tag: 'T', serialNumber: 'S', manufacturer: 'M' }, '["tag","T"]'],
    [{ serialNumber: 'S', manufacturer: 'M' }, '["serial","M","S"]'],
    [{ serialNumber: 'S' }, '["id","default","a"]'],
  ])('%j is %s', (spec, text) => {
    const key = naturalKeyOf({ spec, metadata: { name: 'A' } });
    expect(key && naturalKeyText(key)).toBe(text);
  });

  it('is none without tag, serial number and id', () => {
    expect(naturalKeyOf({ spec: { tag: ' ' }, metadata: {} })).toBe(undefined);
  });
});

describe('changedPathsOf', () => {
  it('names fields one by one and lists as a whole', () => {
    expect(
      changedPathsOf(
        { a: { b: 1, c: [1, { d: 1 }] }, e: [1], f: 1 },
        { f: 1, e: [1], a: { c: [1, { d: 2 }], b: 1, g: null } },
      ),
    ).toEqual(['a.c', 'a.g']);
  });

  it('is empty for what is the same in another order', () => {
    expect(
      changedPathsOf({ a: 1, b: { c: 2 } }, { b: { c: 2 }, a: 1 }),
    ).toEqual([]);
  });
});
