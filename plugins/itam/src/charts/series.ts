import type { CostGroup } from '@backstage-itam/plugin-itam-common';
import { sumOf } from '../cost/amounts';

/** Fills that can be told apart without colour. */
export type SeriesPattern = 'hatched' | 'outlined';

/** One colour of a chart: its name and a decimal text per month. */
export interface ChartSeries {
  key: string;
  title: string;
  amounts: string[];
  /** CSS colour. */
  color: string;
  /** How it is filled when colour alone must not tell series apart. */
  pattern?: SeriesPattern;
}

/** How many colours can still be told apart. */
export const MAX_SERIES = 8;

/**
 * Categories that most charts have; each has its own colour everywhere, so
 * that two charts can be read side by side.
 */
const USUAL = [
  'charge',
  'depreciation',
  'contract',
  'license',
  'disposal',
  'servicing',
];

/**
 * The series of a stacked chart: the first groups as they come, the rest
 * summed into one.
 */
export function chartSeries(
  groups: readonly CostGroup[],
  titleOf: (group: CostGroup) => string,
  otherTitle: string,
): ChartSeries[] {
  const shown =
    groups.length > MAX_SERIES ? groups.slice(0, MAX_SERIES - 1) : groups;
  const rest = groups.slice(shown.length);
  const colors = colorsOf(shown.map(({ key }) => key));
  const series = shown.map((group, index) => ({
    key: group.key,
    title: titleOf(group),
    amounts: group.series.converted.months,
    color: `var(--itam-series-${colors[index]})`,
  }));
  const first = rest[0];
  if (first) {
    const { currency, months } = first.series.converted;
    series.push({
      key: 'other',
      title: otherTitle,
      amounts: months.map((_, month) =>
        sumOf(
          rest.map(group => group.series.converted.months[month]),
          currency,
        ),
      ),
      color: 'var(--itam-series-other)',
    });
  }
  return series;
}

/** Numbers of colours: those of usual categories, and for others what is left. */
function colorsOf(keys: readonly string[]): number[] {
  const usual = keys.map(key => USUAL.indexOf(key) + 1);
  const free = Array.from({ length: MAX_SERIES }, (_, at) => at + 1).filter(
    color => !usual.includes(color),
  );
  return usual.map(color => color || free.shift() || 1);
}
