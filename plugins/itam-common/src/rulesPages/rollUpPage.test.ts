import { examplesOf, tableUnder } from '../__testUtils__/markdownTables';
import { readCostRecords, readText } from '../__testUtils__/readExample';
import { costByOwner, costByService, recordCosts, totalCost } from '../cost';
import { contextOf, OPTIONS } from '../cost/testing/estate';
import { formatAmount, monthFromText } from '../values';

const PAGE = 'rules/roll-ups.md';

describe('roll-ups on their page', () => {
  const [example] = examplesOf(PAGE, 'roll-up', value => ({
    month: monthFromText(readText(value.month)),
    total: readText(value.total),
    records: readCostRecords(value.records),
  }));
  const { month, records } = example;
  const segments = records
    .flatMap(record => recordCosts(record, contextOf(records), OPTIONS))
    .filter(
      ({ view, certainty }) => view === 'accrued' && certainty === 'actual',
    );
  const used = costByService(segments, month, month + 1);
  const owned = costByOwner(segments, month, month + 1);
  const rows = tableUnder(PAGE, 'Worked example');

  it.each(rows)('$key ($basis): $amount', row => {
    const sums = row.basis === 'used' ? used : owned;
    const key = row.key === 'unallocated' ? null : row.key;
    expect(formatAmount(sums.get(key)?.get('EUR') ?? 0n, 'EUR')).toBe(
      row.amount,
    );
  });

  it('has services and unallocated, and owners, add up to all records', () => {
    expect(used.size + owned.size).toBe(rows.length);
    const sumOf = (sums: typeof used) =>
      [...sums.values()].reduce(
        (sum, amounts) => sum + (amounts.get('EUR') ?? 0n),
        0n,
      );
    expect(formatAmount(sumOf(used), 'EUR')).toBe(example.total);
    expect(formatAmount(sumOf(owned), 'EUR')).toBe(example.total);
    expect(totalCost(segments, month, month + 1).get('EUR')).toBe(sumOf(used));
  });
});
