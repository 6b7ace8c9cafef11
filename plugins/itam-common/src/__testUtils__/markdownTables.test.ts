import { examplesOf, tableUnder } from './markdownTables';

describe('tables of the documentation', () => {
  it('are read by heading', () => {
    expect(tableUnder('rules/depreciation.md', 'Conventions')[0]).toEqual({
      convention: '`full-month` (default)',
      'first month': 'full',
      'disposal month': 'none',
    });
  });

  it('are missed when a heading or a table is not there', () => {
    expect(() => tableUnder('rules/depreciation.md', 'Nothing')).toThrow(
      "no heading 'Nothing'",
    );
    expect(() => tableUnder('rules/depreciation.md', 'Start and end')).toThrow(
      "no table under 'Start and end'",
    );
    expect(() => examplesOf('rules/charges.md', 'none', () => 1)).toThrow(
      "no example of the rule 'none'",
    );
  });
});
