import fc from 'fast-check';
import type { CostRecord } from '../cost';
import type { AssetSpec, ContractSpec, LicenseSpec } from '../entities';
import { addDays } from '../values';
import { alertStage } from './alertStage';
import { recordDeadlines } from './recordDeadlines';

const dated = {
  ref: 'asset:default/a',
  owners: [],
  costCenters: [],
  services: [],
  covers: [],
  removedOn: null,
};
const asset = (spec: Partial<AssetSpec>): CostRecord => ({
  ...dated,
  kind: 'Asset',
  spec: {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/a',
    ...spec,
  },
});
const license = (term: LicenseSpec['term']): CostRecord => ({
  ...dated,
  kind: 'License',
  spec: {
    type: 'subscription',
    product: 'Editor',
    owner: 'group:default/a',
    metric: 'named-user',
    quantity: 1,
    term,
  },
});
const contract = (
  spec: Pick<ContractSpec, 'term' | 'renewal'>,
): CostRecord => ({
  ...dated,
  kind: 'Contract',
  spec: {
    type: 'support',
    vendor: 'acme',
    owner: 'group:default/a',
    ...spec,
  },
});

describe('recordDeadlines', () => {
  it('names notice and end of the term that runs', () => {
    const rolling = contract({
      term: { start: '2025-01-01', end: '2025-12-31' },
      renewal: { kind: 'automatic', months: 12, noticeDays: 60 },
    });
    expect(recordDeadlines(rolling, '2025-06-01')).toEqual([
      { kind: 'notice', on: '2025-11-01', term: '2025-01-01' },
      { kind: 'contract-end', on: '2025-12-31', term: '2025-01-01' },
    ]);
    expect(recordDeadlines(rolling, '2026-06-01')).toEqual([
      { kind: 'notice', on: '2026-11-01', term: '2026-01-01' },
      { kind: 'contract-end', on: '2026-12-31', term: '2026-01-01' },
    ]);
  });

  it('asks for no notice that was given', () => {
    const ending = contract({
      term: { start: '2026-01-01', end: '2026-12-31' },
      renewal: { kind: 'automatic', noticeDays: 60, noticeGiven: '2026-03-01' },
    });
    expect(recordDeadlines(ending, '2026-06-01')).toEqual([
      { kind: 'contract-end', on: '2026-12-31', term: '2026-01-01' },
    ]);
    expect(recordDeadlines(ending, '2026-02-01')).toHaveLength(2);
  });

  it('names the ends of licences and warranties', () => {
    expect(
      recordDeadlines(
        license({ start: '2026-01-01', end: '2026-12-31' }),
        '2026-06-01',
      ),
    ).toEqual([{ kind: 'licence-end', on: '2026-12-31', term: '2026-01-01' }]);
    const warranty = { until: '2027-03-31' };
    expect(recordDeadlines(asset({ warranty }), '2026-06-01')).toEqual([
      { kind: 'warranty-end', on: '2027-03-31', term: '' },
    ]);
    expect(
      recordDeadlines(asset({ warranty, stage: 'decommission' }), '2026-06-01'),
    ).toEqual([]);
  });

  it('names nothing that has no end', () => {
    expect(recordDeadlines(asset({}), '2026-06-01')).toEqual([]);
    expect(recordDeadlines(license(undefined), '2026-06-01')).toEqual([]);
    expect(
      recordDeadlines(
        contract({ term: { start: '2026-01-01' } }),
        '2026-06-01',
      ),
    ).toEqual([]);
  });
});

describe('alertStage', () => {
  it.each([
    ['2026-05-01', undefined],
    ['2026-05-02', 30],
    ['2026-05-24', 30],
    ['2026-05-25', 7],
    ['2026-06-01', 0],
    ['2026-06-09', 0],
  ])('of 30, 7 and 0 days before 1 June is, on %s, %p', (today, stage) => {
    expect(alertStage('2026-06-01', today, [7, 30, 0])).toBe(stage);
  });

  it('comes after the event with negative days', () => {
    expect(alertStage('2026-06-01', '2026-06-01', [-1, -7])).toBeUndefined();
    expect(alertStage('2026-06-01', '2026-06-02', [-1, -7])).toBe(-1);
    expect(alertStage('2026-06-01', '2026-07-01', [-1, -7])).toBe(-7);
  });

  it('never rises as days go by', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 5 }),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (daysBefore, first, later) => {
          const at = (days: number) =>
            alertStage('2026-06-01', addDays('2026-06-01', days), daysBefore) ??
            Infinity;
          expect(at(first + later)).toBeLessThanOrEqual(at(first));
        },
      ),
    );
  });
});
