import { ratio } from '../values';
import type { ComparedLine } from './comparedLine';
import { comparedLineFromJson, comparedLineToJson } from './comparedLineJson';

const LINE: ComparedLine = {
  key: 'license:default/a',
  currency: 'USD',
  minor: -(2n ** 60n),
  wholeMinor: 2n ** 61n,
  quantity: ratio(241n, 2n),
  adjustmentMinor: -5n,
  scheduleMinor: 0n,
  convertedMinor: 17n,
};

describe('compared lines in JSON', () => {
  it.each<[string, ComparedLine]>([
    ['with all it may have', LINE],
    ['without a quantity', { ...LINE, quantity: null }],
    ['without a rate', { ...LINE, convertedMinor: null }],
  ])('are read as written, %s', (_, line) => {
    const text = JSON.stringify(comparedLineToJson(line));
    expect(comparedLineFromJson(JSON.parse(text))).toEqual(line);
  });

  it.each<[unknown, string]>([
    [null, 'not an object'],
    ['text', 'not an object'],
    [{ ...comparedLineToJson(LINE), key: '' }, 'key'],
    [{ ...comparedLineToJson(LINE), currency: 'ABC' }, 'currency'],
    [{ ...comparedLineToJson(LINE), minor: 12 }, 'minor'],
    [{ ...comparedLineToJson(LINE), wholeMinor: '1.5' }, 'wholeMinor'],
    [{ ...comparedLineToJson(LINE), quantity: '3' }, 'quantity'],
    [{ ...comparedLineToJson(LINE), quantity: '3/0' }, 'quantity'],
    [{ ...comparedLineToJson(LINE), quantity: undefined }, 'quantity'],
    [{ ...comparedLineToJson(LINE), adjustmentMinor: null }, 'adjustmentMinor'],
    [{ ...comparedLineToJson(LINE), scheduleMinor: 'x' }, 'scheduleMinor'],
    [{ ...comparedLineToJson(LINE), convertedMinor: '' }, 'convertedMinor'],
  ])('are refused: %j', (value, field) => {
    expect(() => comparedLineFromJson(value)).toThrow(
      `A compared line cannot be read: ${field}`,
    );
  });
});
