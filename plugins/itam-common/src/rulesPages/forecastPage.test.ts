import { examplesOf, tableUnder } from '../__testUtils__/markdownTables';
import { readCostRecords, readText } from '../__testUtils__/readExample';
import { recordCosts, segmentTotal } from '../cost';
import { contextOf, OPTIONS } from '../cost/testing/estate';
import { forecastPart } from '../forecast';
import { formatAmount, monthFromText, monthOf } from '../values';

const PAGE = 'rules/replacements-and-forecast.md';

const [example] = examplesOf(PAGE, 'forecast', value => ({
  asOf: readText(value.asOf),
  late: readText(value.late),
  records: readCostRecords(value.records),
}));

/** The parts of a month's forecast as seen on a day. */
function partsOf(text: string, asOf: string) {
  const month = monthFromText(text);
  const parts = { actual: 0n, committed: 0n, expected: 0n };
  const context = contextOf(example.records);
  for (const record of example.records) {
    for (const segment of recordCosts(record, context, { ...OPTIONS, asOf })) {
      if (segment.view === 'accrued') {
        const part = forecastPart(segment.certainty, month, monthOf(asOf));
        parts[part] += segmentTotal(segment, month, month + 1);
      }
    }
  }
  return {
    month: text,
    actual: formatAmount(parts.actual, 'EUR'),
    committed: formatAmount(parts.committed, 'EUR'),
    expected: formatAmount(parts.expected, 'EUR'),
  };
}

describe('the forecast on its page', () => {
  it.each(tableUnder(PAGE, 'Worked example'))('$month', row => {
    expect(partsOf(row.month, example.asOf)).toEqual(row);
  });

  it('commits the next term once notice is too late', () => {
    expect(partsOf('2027-01', example.late)).toMatchObject({
      committed: '5872.50',
      expected: '0.00',
    });
  });
});
