import type { CostGroup } from '@backstage-itam/plugin-itam-common';
import { chartSeries } from './series';

const group = (key: string): CostGroup => ({
  key,
  title: key,
  series: {
    booked: [],
    converted: { currency: 'EUR', months: ['1.00'], total: '1.00' },
  },
});
const colors = (...keys: string[]) =>
  chartSeries(keys.map(group), ({ title }) => title, 'Other').map(
    ({ key, color }) => [
      key,
      color.replace('var(--itam-series-', '').slice(0, -1),
    ],
  );

describe('colours of a chart', () => {
  it('are those of the category, whatever its place', () => {
    expect(colors('charge', 'contract', 'depreciation')).toEqual([
      ['charge', '1'],
      ['contract', '3'],
      ['depreciation', '2'],
    ]);
    expect(colors('contract', 'charge')).toEqual([
      ['contract', '3'],
      ['charge', '1'],
    ]);
  });

  it('are in order for what has none, none twice', () => {
    expect(colors('a', 'contract', 'b', 'c')).toEqual([
      ['a', '1'],
      ['contract', '3'],
      ['b', '2'],
      ['c', '4'],
    ]);
    expect(
      new Set(colors(...'abcdefghij').map(([, color]) => color)).size,
    ).toBe(8);
  });
});
