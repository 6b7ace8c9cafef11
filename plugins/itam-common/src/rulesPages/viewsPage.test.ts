import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { examplesOf, tableUnder } from '../__testUtils__/markdownTables';
import { readCostRecords } from '../__testUtils__/readExample';
import {
  COST_CATEGORIES,
  type CostSegment,
  natureOfCategory,
  recordCosts,
  totalCost,
} from '../cost';
import { estate } from '../cost/__testUtils__/randomRecords';
import { asset, contextOf, OPTIONS } from '../cost/testing/estate';
import { anyAsset } from '../depreciation/__testUtils__/anyAsset';
import { formatAmount, monthFromText } from '../values';

seedProperties();

const PAGE = 'rules/views.md';

const [records] = examplesOf(PAGE, 'views', value =>
  readCostRecords(value.records),
);
const segments = records.flatMap(record =>
  recordCosts(record, contextOf(records), OPTIONS),
);

function amount(
  month: string,
  view: CostSegment['view'],
  category: CostSegment['category'],
): string {
  const index = monthFromText(month);
  const counted = segments.filter(
    segment => segment.view === view && segment.category === category,
  );
  return formatAmount(
    totalCost(counted, index, index + 1).get('EUR') ?? 0n,
    'EUR',
  );
}

describe('views on their page', () => {
  it.each(tableUnder(PAGE, 'Worked example'))('$month', row => {
    expect({
      month: row.month,
      depreciation: amount(row.month, 'accrued', 'depreciation'),
      'charge, accrued': amount(row.month, 'accrued', 'charge'),
      purchase: amount(row.month, 'invoiced', 'purchase'),
      'charge, invoiced': amount(row.month, 'invoiced', 'charge'),
    }).toEqual(row);
  });

  it('give every category its nature', () => {
    const natures = new Map(
      tableUnder(PAGE, 'Accrued and invoiced').map(row => [
        row.category,
        row.nature,
      ]),
    );
    expect([...natures.keys()].sort()).toEqual([...COST_CATEGORIES].sort());
    for (const category of COST_CATEGORIES) {
      expect([category, natures.get(category)]).toEqual([
        category,
        natureOfCategory(category),
      ]);
    }
  });

  it('have a category in the views in which the page describes it', () => {
    const described = new Set(
      tableUnder(PAGE, 'Accrued and invoiced').flatMap(row =>
        (['accrued', 'invoiced'] as const)
          .filter(view => row[view] !== '')
          .map(view => `${row.category} ${view}`),
      ),
    );
    const found = new Set(
      fc
        .sample(estate, { seed: 1, numRuns: 20 })
        .flatMap(all =>
          all.flatMap(record => recordCosts(record, contextOf(all), OPTIONS)),
        )
        .map(({ category, view }) => `${category} ${view}`),
    );
    expect([...found].filter(name => !described.has(name))).toEqual([]);
  });

  it('come to the same over the whole life of an asset', () => {
    fc.assert(
      fc.property(anyAsset, spec => {
        const { disposal, financials } = spec;
        fc.pre(disposal !== undefined);
        const lastMonth = disposal.date.slice(0, 7);
        // What was spent on an asset that is gone is on no book any more.
        const events = financials?.events?.filter(
          ({ date }) => date.slice(0, 7) <= lastMonth,
        );
        const record = asset('a', {
          ...spec,
          financials: { ...financials, events },
        });
        const all = recordCosts(record, contextOf([record]), {
          ...OPTIONS,
          horizonMonth: monthFromText('2060-01'),
        });
        const totalOf = (view: CostSegment['view']) =>
          [
            ...totalCost(
              all.filter(segment => segment.view === view),
              0,
              monthFromText('2060-01'),
            ),
          ].filter(([, minor]) => minor !== 0n);
        expect(totalOf('accrued')).toEqual(totalOf('invoiced'));
      }),
    );
  });
});
