import type {
  AssetSpec,
  DepreciationMethod,
  DepreciationSpec,
} from '../entities/types';
import { examplesOf, tableUnder } from '../__testUtils__/markdownTables';
import { readAsset, readRows, readText } from '../__testUtils__/readExample';
import { formatAmount, minorOf, monthFromText } from '../values';
import { disposalResult } from './disposalResult';
import { fixedAssetRollForward } from './rollForward';
import { depreciationSchedule } from './schedule';
import { schedulePeriods } from './schedulePeriods';
import { CONVENTIONS, METHODS } from './__testUtils__/anyAsset';

const PAGE = 'rules/depreciation.md';

function yearsOf(
  amount: string,
  currency: string,
  inService: string,
  depreciation: DepreciationSpec,
): string[] {
  const spec: AssetSpec = {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/a',
    inService,
    financials: {
      purchase: { amount, currency, date: inService },
      depreciation,
    },
  };
  return (depreciationSchedule(spec, {})?.fiscalYears ?? []).map(
    ({ depreciationMinor }) => formatAmount(depreciationMinor, currency),
  );
}

describe('the rules of the page', () => {
  it('are all methods and all conventions', () => {
    expect(tableUnder(PAGE, 'Methods').map(({ method }) => method)).toEqual([
      ...METHODS,
    ]);
    expect(
      tableUnder(PAGE, 'Conventions')
        .map(({ convention }) => convention.replace(/`([a-z-]+)`.*/, '$1'))
        .sort(),
    ).toEqual([...CONVENTIONS].sort());
  });
});

describe('IRS Publication 946, table A-1', () => {
  const table = tableUnder(PAGE, 'Declining balance, half-year');

  it.each([
    [3, 2, 'EUR'],
    [5, 2, 'EUR'],
    [7, 2, 'EUR'],
    [10, 2, 'EUR'],
    [15, 1.5, 'EUR'],
    [20, 1.5, 'KWD'],
  ])('%d-year property, to the digit', (years, factor, currency) => {
    const published = table
      .map(row => row[`${years}-year`])
      .filter(percent => percent !== '');
    expect(published).toHaveLength(years + 1);
    for (const inService of ['2024-01-01', '2024-07-31', '2024-12-31']) {
      expect(
        yearsOf(
          currency === 'KWD' ? '100.000' : '100.00',
          currency,
          inService,
          {
            method: 'declining-balance',
            convention: 'half-year',
            months: 12 * years,
            factor,
          },
        ),
      ).toEqual(published);
    }
  });
});

function columnOf(index: number, life: number): string {
  if (index === 0) {
    return 'first year';
  }
  return index === life ? 'last year' : 'other years';
}

describe('IRS Publication 946, table A-8', () => {
  it.each(tableUnder(PAGE, 'Straight-line, half-year'))(
    '$life years, each within 0.01',
    row => {
      const life = Number(row.life);
      const years = yearsOf('100.00', 'EUR', '2024-05-15', {
        method: 'straight-line',
        convention: 'half-year',
        months: 12 * life,
      }).map(amount => minorOf(amount, 'EUR'));
      expect(years).toHaveLength(life + 1);
      years.forEach((minor, index) => {
        const column = columnOf(index, life);
        const difference = minor - minorOf(row[column], 'EUR');
        expect(difference >= -1n && difference <= 1n).toBe(true);
      });
      expect(years.reduce((sum, minor) => sum + minor, 0n)).toBe(10_000n);
    },
  );
});

function methodOf(text: string): DepreciationMethod {
  const found = METHODS.find(method => method === text);
  if (!found) {
    throw new Error(`${text} is no method`);
  }
  return found;
}

describe('figures published by others', () => {
  it.each(tableUnder(PAGE, 'By the year'))(
    '$source: year $year is $charge',
    row => {
      const years = yearsOf(row.cost, 'EUR', row['in service'], {
        method: methodOf(row.method),
        months: Number(row.months),
        salvage: row.salvage,
      });
      expect(years[Number(row.year) - 1]).toBe(row.charge);
    },
  );

  it('differ from daily where the law divides by 365', () => {
    const spec = {
      class: 'hardware' as const,
      type: 'copier',
      stage: 'maintenance' as const,
      owner: 'group:default/a',
      inService: '2024-07-26',
      financials: {
        purchase: { amount: '3500.00', currency: 'AUD', date: '2024-07-26' },
        depreciation: {
          method: 'straight-line' as const,
          convention: 'daily' as const,
          months: 40,
        },
      },
    };
    const [first] =
      depreciationSchedule(spec, { fiscalYearStartMonth: 7 })?.fiscalYears ??
      [];
    expect(first.depreciationMinor).toBe(97_701n);
  });
});

describe('the schedule of the page', () => {
  const [example] = examplesOf(PAGE, 'schedule', value => ({
    asset: readAsset(value.asset),
    startMonth: Number(value.fiscalYearStartMonth),
    periods: readRows(value.periods),
    disposal: value.disposal,
  }));
  const schedule = depreciationSchedule(example.asset, {});
  const text = (minor: bigint | null | undefined) =>
    formatAmount(minor ?? 0n, 'EUR');

  it('has these periods and this result', () => {
    expect(
      schedule &&
        schedulePeriods(schedule, 'fiscal-year', example.startMonth).map(
          period => [
            period.label,
            text(period.openingBookMinor),
            text(period.depreciationMinor),
            text(period.impairmentMinor),
            text(period.closingBookMinor),
          ],
        ),
    ).toEqual(example.periods);
    const result = disposalResult(example.asset, {});
    expect({
      book: text(result?.bookMinor),
      proceeds: text(result?.proceedsMinor),
      result: text(result?.resultMinor),
    }).toEqual(example.disposal);
  });

  it('rolls forward as the page says', () => {
    const [{ ranges }] = examplesOf(PAGE, 'roll-forward', value => ({
      ranges: Array.isArray(value.ranges) ? value.ranges : [],
    }));
    expect(ranges).toHaveLength(2);
    for (const range of ranges) {
      const from = readText(range.from);
      const to = readText(range.to);
      const [line] = fixedAssetRollForward(
        [{ key: 'a', spec: example.asset }],
        monthFromText(from),
        monthFromText(to) + 1,
        {},
      ).lines;
      expect({
        from,
        to,
        openingCost: text(line.openingCostMinor),
        purchases: text(line.purchasesMinor),
        disposals: text(line.disposalsMinor),
        closingCost: text(line.closingCostMinor),
        openingDepreciation: text(line.openingDepreciationMinor),
        depreciation: text(line.depreciationMinor),
        impairment: text(line.impairmentMinor),
        depreciationDisposed: text(line.depreciationDisposedMinor),
        closingDepreciation: text(line.closingDepreciationMinor),
        openingBook: text(line.openingBookMinor),
        closingBook: text(line.closingBookMinor),
      }).toEqual(range);
    }
  });
});
