import { examplesOf, tableUnder } from '../__testUtils__/markdownTables';
import {
  readCostRecords,
  readObject,
  readText,
  readTexts,
} from '../__testUtils__/readExample';
import {
  costByOwner,
  type CostRecord,
  type CostSegment,
  recordCosts,
  splitAtClosing,
  totalCost,
  withClosedMonths,
} from '../cost';
import { contextOf, OPTIONS } from '../cost/testing/estate';
import { formatAmount, monthFromText } from '../values';

const PAGE = 'rules/closing.md';

const examples = examplesOf(PAGE, 'closing', value => ({
  closedThrough: monthFromText(readText(value.closedThrough)),
  before: readCostRecords(value.before),
  after: readCostRecords(value.after),
  owners: readObject(value.owners),
}));

const accrued = (records: CostRecord[]) =>
  records
    .flatMap(record => recordCosts(record, contextOf(records), OPTIONS))
    .filter(({ view }) => view === 'accrued');

/** What is stored after months were closed and a correction came in. */
function corrected({ before, after, closedThrough }: (typeof examples)[0]) {
  return withClosedMonths(
    accrued(after),
    splitAtClosing(accrued(before), closedThrough),
    closedThrough,
  );
}

const inMonth = (segments: CostSegment[], month: string) => {
  const index = monthFromText(month);
  return formatAmount(
    totalCost(segments, index, index + 1).get('EUR') ?? 0n,
    'EUR',
  );
};

describe('closing on its page', () => {
  it.each(tableUnder(PAGE, 'An amount corrected'))(
    '$month: $charge and $adjustment',
    row => {
      const segments = corrected(examples[0]);
      const of = (category: string) =>
        inMonth(
          segments.filter(segment => segment.category === category),
          row.month,
        );
      expect([of('charge'), of('adjustment')]).toEqual([
        row.charge,
        row.adjustment,
      ]);
    },
  );

  it.each(examples)('owners of example %#', example => {
    for (const [month, expected] of Object.entries(example.owners)) {
      const index = monthFromText(month);
      const owners = costByOwner(corrected(example), index, index + 1);
      expect(
        Object.fromEntries(
          [...owners]
            .map(([owner, sums]) => [owner, sums.get('EUR') ?? 0n] as const)
            .filter(([, minor]) => minor !== 0n)
            .map(([owner, minor]) => [owner, formatAmount(minor, 'EUR')]),
        ),
      ).toEqual(readTexts(expected));
    }
  });

  it.each(examples)('example %# loses nothing over time', example => {
    const to = monthFromText('2027-01');
    expect(totalCost(corrected(example), 0, to)).toEqual(
      totalCost(accrued(example.after), 0, to),
    );
  });
});
