import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { escapeFormulaCell, unescapeFormulaCell } from './escapeFormulaCell';
import { parseImportBoolean } from './parseImportBoolean';
import { parseImportList, parseImportShares } from './parseImportList';
import { parseImportStatus, STATUS_WORDS } from './statusWords';

seedProperties(500);

describe('parseImportBoolean', () => {
  it.each<[string, boolean]>([
    ['Yes', true],
    [' TRUE ', true],
    ['1', true],
    ['no', false],
    ['0', false],
  ])('reads %s', (text, value) => {
    expect(parseImportBoolean(text)).toEqual({ ok: true, value });
  });

  it('refuses what is neither', () => {
    expect(parseImportBoolean('maybe')).toEqual({
      ok: false,
      rule: 'boolean',
      found: '"maybe"',
      allowed: 'yes or no',
    });
  });
});

describe('lists in cells', () => {
  it('splits at any separator', () => {
    expect(parseImportList(' a ; b|c,\nd;; ')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('reads references with numbers', () => {
    expect(parseImportShares('component:a = 60%; system:b')).toEqual({
      ok: true,
      value: [{ ref: 'component:a', number: 60 }, { ref: 'system:b' }],
    });
    expect(parseImportShares('a=b')).toMatchObject({
      ok: false,
      rule: 'list-entry',
      found: '"a=b"',
    });
  });
});

describe('parseImportStatus', () => {
  it.each([
    ['Ready to Deploy', 'in-stock'],
    ['Deployed', 'in-use'],
    ['Ready to Deploy (Deployed)', 'in-use'],
    ['In use', 'in-use'],
    ['IN_STOCK', 'in-stock'],
    ['in-stock', 'in-stock'],
    ['On order', 'ordered'],
    ['Out for Repair', 'in-repair'],
    ['Broken - Not Fixable', 'retired'],
    ['Lost/Stolen', 'missing'],
  ])('reads %s as %s', (text, value) => {
    expect(parseImportStatus(text)).toEqual({ ok: true, value });
  });

  it('knows every word of its table as written there', () => {
    for (const [word, value] of Object.entries(STATUS_WORDS)) {
      expect([word, parseImportStatus(word.toUpperCase())]).toEqual([
        word,
        { ok: true, value },
      ]);
    }
  });

  it.each(['In transit', 'Archived', 'constructor', ''])(
    'refuses %s, which each organisation has to explain',
    text => {
      expect(parseImportStatus(text)).toMatchObject({
        ok: false,
        rule: 'status',
      });
    },
  );

  it('takes the words declared for the file first', () => {
    expect(
      parseImportStatus('In Transit', { 'in transit': 'ordered' }),
    ).toEqual({ ok: true, value: 'ordered' });
    expect(parseImportStatus('x', { x: 'y' })).toMatchObject({
      ok: false,
      found: '"x", declared to be "y"',
    });
  });

  it('suggests what is written alike', () => {
    expect(parseImportStatus('Deploid')).toMatchObject({
      found: '"Deploid" (did you mean "deployed"?)',
    });
  });
});

describe('formula cells', () => {
  it.each(['=1+1', '+1', '-1+2', '@x', '\tx', ' =1', '\uff1d1', "'=1", "''=1"])(
    'is escaped and read back: %j',
    cell => {
      expect(escapeFormulaCell(cell)).toBe(`'${cell}`);
      expect(unescapeFormulaCell(escapeFormulaCell(cell))).toBe(cell);
    },
  );

  it('leaves plain numbers alone', () => {
    expect(escapeFormulaCell('-5.00')).toBe('-5.00');
    expect(unescapeFormulaCell("'-5.00")).toBe('-5.00');
  });

  it('never starts as a formula, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@\t-].{0,3}$/)),
        cell => {
          const escaped = escapeFormulaCell(cell);
          expect(escaped).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/);
          expect(unescapeFormulaCell(escaped)).toBe(cell);
        },
      ),
    );
  });
});
