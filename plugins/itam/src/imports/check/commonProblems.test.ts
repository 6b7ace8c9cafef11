import {
  type ImportRowEntry,
  parseImportDate,
} from '@backstage-itam/plugin-itam-common';
import { commonProblems } from './commonProblems';

const row = (
  cells: string[],
  problems: { rule: string; column?: number }[],
): ImportRowEntry => ({
  row: 1,
  line: 2,
  cells,
  changes: [],
  problems: problems.map(one => ({
    path: 'spec.x',
    allowed: 'x',
    message: 'x',
    ...one,
  })),
});
const dates = (...cells: string[]) =>
  commonProblems(
    cells.map(cell => {
      const read = parseImportDate(cell, 'YYYY-MM-DD');
      return row([cell], read.ok ? [] : [{ rule: read.rule, column: 0 }]);
    }),
  );

describe('commonProblems', () => {
  it('names the only format in which all dates are dates', () => {
    expect(dates('02.11.2026', '31.12.2026')).toMatchObject({
      dateRows: 2,
      dateFormat: 'DD.MM.YYYY',
    });
    expect(dates('01/02/2026', '10/28/2026').dateFormat).toBe('MM/DD/YYYY');
    expect(dates('02.11.2026', '31.02.2026').dateFormat).toBe('DD.MM.YYYY');
  });

  it('names none where several fit, or none does', () => {
    expect(dates('01/02/2026').dateFormat).toBeUndefined();
    expect(dates('02.11.2026', '10/28/2026').dateFormat).toBeUndefined();
    expect(dates('soon').dateFormat).toBeUndefined();
    expect(commonProblems([]).dateFormat).toBeUndefined();
  });

  it('takes a day that does not exist for a mistake of its row', () => {
    const impossible = (cell: string) =>
      commonProblems([row([cell], [{ rule: 'impossible-date', column: 0 }])]);
    expect(impossible('31.02.2026').dateRows).toBe(0);
    // Read as DD/MM/YYYY, it only seems not to exist.
    expect(impossible('10/28/2026')).toMatchObject({
      dateRows: 1,
      dateFormat: 'MM/DD/YYYY',
    });
  });

  it('takes formats with a time for dates with one', () => {
    expect(dates('02.11.2026 14:30').dateFormat).toBe('DD.MM.YYYY hh:mm');
  });

  it('collects words for statuses once each', () => {
    expect(
      commonProblems([
        row(['In Transit'], [{ rule: 'status', column: 0 }]),
        row(['in transit'], [{ rule: 'status', column: 0 }]),
        row(['sold?'], [{ rule: 'status', column: 0 }]),
        row([''], [{ rule: 'status' }]),
      ]).statusWords,
    ).toEqual(['In Transit', 'sold?']);
  });

  it('counts rows, not amounts, that can be read in two ways', () => {
    expect(
      commonProblems([
        row(
          ['1.740', '2.000'],
          [
            { rule: 'ambiguous-number', column: 0 },
            { rule: 'ambiguous-number', column: 1 },
          ],
        ),
      ]).ambiguousRows,
    ).toBe(1);
  });
});
