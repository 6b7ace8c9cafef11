import { examplesOf, tableUnder } from '../__testUtils__/markdownTables';
import { readCostRecords, readText } from '../__testUtils__/readExample';
import { type ContractRecord, costOfOwnership } from '../cost';
import { contextOf, OPTIONS } from '../cost/testing/estate';
import { formatAmount, monthFromText } from '../values';

const PAGE = 'rules/servicing-and-tco.md';

describe('the cost of ownership on its page', () => {
  const [example] = examplesOf(PAGE, 'ownership', value => ({
    of: readText(value.of),
    through: readText(value.through),
    records: readCostRecords(value.records),
  }));
  const record = example.records.find(({ ref }) => ref === example.of);
  if (!record) {
    throw new Error('The example has no such record');
  }
  const contracts = example.records.filter(
    (one): one is ContractRecord => one.kind === 'Contract',
  );
  const cost = new Map(
    Object.entries(
      costOfOwnership(
        record,
        contracts,
        contextOf(example.records),
        OPTIONS,
        monthFromText(example.through) + 1,
      ),
    ),
  );

  it.each(tableUnder(PAGE, 'Worked example'))('$part: $amount', row => {
    expect(formatAmount(cost.get(row.part)?.get('EUR') ?? 0n, 'EUR')).toBe(
      row.amount,
    );
  });
});
