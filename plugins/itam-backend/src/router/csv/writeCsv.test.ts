import { csvRows } from './writeCsv';

describe('csvRows', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1-555', "'+1-555"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['\t=1+1', "'\t=1+1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['-5.00', '-5.00'],
    ['12', '12'],
    ['plain', 'plain'],
    ['', ''],
  ])('writes %j as %j', (cell, written) => {
    expect(csvRows([[cell, 'x']])).toBe(`${written},x\r\n`);
  });

  it('quotes separators, quotes and line breaks', () => {
    expect(csvRows([['a,b', 'say "hi"', 'two\nlines']])).toBe(
      '"a,b","say ""hi""","two\nlines"\r\n',
    );
  });
});
