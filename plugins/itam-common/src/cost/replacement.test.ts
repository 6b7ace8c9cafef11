import type { AssetSpec } from '../entities/types';
import { costAffects, costDependencies } from './costDependencies';
import { markRemoved } from './mergeDeclared';
import { recordCosts } from './recordCosts';
import { expectedReplacement } from './replacement';
import { asset, contextOf, contract, OPTIONS } from './testing/estate';
import { euro, months, range } from './testing/monthlyCosts';
import type { CostRecord, CostSegment } from './types';

const SPEC: Partial<AssetSpec> = {
  inService: '2023-01-01',
  endOfLife: '2026-12-31',
  vendor: 'dell',
  services: [{ ref: 'component:default/api' }],
  financials: {
    purchase: {
      ...euro('4800.00'),
      date: '2023-01-01',
      booked: euro('2400.00'),
    },
    depreciation: { method: 'straight-line', months: 48 },
    events: [{ date: '2024-01-10', kind: 'improvement', amount: '360.00' }],
  },
};

function replaced(spec: Partial<AssetSpec> = {}, others: CostRecord[] = []) {
  const record = asset('old', { ...SPEC, ...spec });
  return expectedReplacement(record, contextOf([record, ...others]), OPTIONS);
}

function successor(spec: Partial<AssetSpec> = {}) {
  return asset('new', {
    stage: 'planning',
    planned: { replaces: 'asset:default/OLD' },
    ...spec,
  });
}

const isForecast = ({ certainty }: CostSegment) => certainty === 'forecast';

describe('the expected replacement of an asset', () => {
  it('costs what the asset cost, at its end of life', () => {
    expect(replaced()).toEqual({
      date: '2026-12-31',
      minor: 240_000n,
      currency: 'EUR',
    });
    expect(replaced({ stage: 'deployment' })).toBeDefined();
  });

  it.each<[string, Partial<AssetSpec>]>([
    ['is planned', { stage: 'planning' }],
    ['is ordered', { stage: 'procurement' }],
    ['is out of use', { stage: 'decommission' }],
    ['has no end of life', { endOfLife: undefined }],
    ['is past its end of life', { endOfLife: '2026-06-15' }],
    ['was not bought', { financials: {} }],
    ['left', { disposal: { date: '2026-08-01' } }],
  ])('is none when the asset %s', (_, spec) => {
    expect(replaced(spec)).toBeUndefined();
  });

  it('is none of other records and of removed ones', () => {
    const context = contextOf([]);
    expect(
      expectedReplacement(contract('c'), context, OPTIONS),
    ).toBeUndefined();
    expect(
      expectedReplacement(
        markRemoved(asset('old', SPEC), '2026-05-01'),
        context,
        OPTIONS,
      ),
    ).toBeUndefined();
  });

  it('is none once another asset replaces it', () => {
    expect(replaced({}, [successor()])).toBeUndefined();
    expect(replaced({}, [successor({ stage: 'maintenance' })])).toBeUndefined();
  });

  it('stays when that request is rejected or gone, or names itself', () => {
    expect(replaced({}, [successor({ status: 'rejected' })])).toBeDefined();
    expect(
      replaced({}, [markRemoved(successor(), '2026-05-01')]),
    ).toBeDefined();
    expect(
      replaced({ planned: { replaces: 'asset:default/old' } }),
    ).toBeDefined();
  });

  it('is taken from what the context knows, if it knows', () => {
    const record = asset('old', SPEC);
    const { replacedBy: _, ...context } = contextOf([record]);
    expect(expectedReplacement(record, context, OPTIONS)).toBeDefined();
  });

  it('is depreciated as the asset was, without its improvements', () => {
    const record = asset('old', SPEC);
    const costs = recordCosts(record, contextOf([record]), OPTIONS);
    const accrued = costs.filter(
      segment => isForecast(segment) && segment.view === 'accrued',
    );
    expect(accrued).toEqual([
      expect.objectContaining({
        category: 'depreciation',
        estimated: true,
        totalMinor: 240_000n,
        units: 48,
        ownerRef: 'group:default/platform',
        vendor: 'dell',
        slices: [{ serviceRef: 'component:default/api', lo: 0, hi: 10_000 }],
      }),
    ]);
    expect(months(accrued)).toEqual(range('2026-12', '2030-11', 5_000));
    const invoiced = costs.filter(
      segment => isForecast(segment) && segment.view === 'invoiced',
    );
    expect(invoiced).toEqual([
      expect.objectContaining({ category: 'purchase', estimated: true }),
    ]);
    expect(months(invoiced)).toEqual({ '2026-12': '240000' });
  });

  it('depends on the asset that replaces it', () => {
    const record = asset('old', SPEC);
    const next = successor();
    const context = contextOf([record, next]);
    expect(costDependencies(record, context)).toEqual(['asset:default/new']);
    expect(costDependencies(next, context)).toEqual([]);
    expect(costAffects(next)).toEqual(['asset:default/old']);
    expect(costAffects(record)).toEqual([]);
    expect(
      costAffects(asset('a', { planned: { replaces: 'asset:default/a' } })),
    ).toEqual([]);
    const { replacedBy: _, ...without } = context;
    expect(costDependencies(record, without)).toEqual([]);
  });
});
