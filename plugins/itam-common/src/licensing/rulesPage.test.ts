import { tableUnder } from '../__testUtils__/markdownTables';
import type { LicenseSpec } from '../entities/types';
import { LICENSE_METRICS } from '../entities';
import { formatAmount } from '../values';
import { type PositionAmount, positionOf } from './poolPosition';
import { POSITION_STATES, positionState } from './positionState';

const PAGE = 'rules/licences.md';

const license: LicenseSpec = {
  type: 'subscription',
  product: 'GitHub Enterprise Cloud',
  owner: 'group:default/platform',
  metric: 'named-user',
  quantity: 250,
  term: { start: '2026-01-01', end: '2026-12-31' },
  financials: {
    price: { amount: '21.00', currency: 'USD', per: 'unit', every: 'month' },
  },
};

const shown = (count: number | null) =>
  count === null ? 'unknown' : String(count);
const amount = (value: PositionAmount | null) =>
  value === null ? 'unknown' : formatAmount(value.minor, value.currency);

describe('positions on their page', () => {
  const tables = tableUnder(PAGE, 'Position');

  it('know every metric', () => {
    expect(tables.flatMap(({ metric }) => metric.split(', ')).sort()).toEqual(
      [...LICENSE_METRICS].sort(),
    );
  });

  it('know every state', () => {
    expect(
      tableUnder(PAGE, 'Waste and true-up')
        .map(({ state }) => state)
        .sort(),
    ).toEqual([...POSITION_STATES].sort());
  });

  it.each(tableUnder(PAGE, 'Worked positions'))(
    '$assigned of $entitled assigned: $state',
    row => {
      const result = positionOf({
        product: license.product,
        metric: license.metric,
        licenses: [license],
        assigned: Number(row.assigned),
        consumed: Number(row.assigned),
        reclaimable:
          row.reclaimable === 'unknown' ? null : Number(row.reclaimable),
        asOf: '2026-10-05',
      });
      expect({
        entitled: shown(result.entitled),
        assigned: String(result.assigned),
        reclaimable: shown(result.reclaimable),
        position: shown(result.balance),
        unused: shown(result.unused),
        'waste per month': amount(result.wastePerMonth),
        'true-up': amount(result.trueUp),
        state: positionState(result),
      }).toEqual(row);
    },
  );
});
