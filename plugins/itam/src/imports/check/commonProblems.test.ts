import type { ImportRowEntry } from '@backstage-itam/plugin-itam-common';
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
    cells.map(cell => row([cell], [{ rule: 'date-format', column: 0 }])),
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
