import type { AssetSpec } from '../entities/types';
import { requirementsFor } from './requirements';
import { LIFECYCLE_STAGES } from './stages';

const bare: AssetSpec = {
  class: 'hardware',
  type: 'laptop',
  stage: 'planning',
  owner: [],
};

const paths = (...args: Parameters<typeof requirementsFor>) =>
  requirementsFor(...args).map(({ path }) => path);

describe('requirementsFor', () => {
  it('asks an owner of planning', () => {
    expect(paths('planning', bare)).toEqual(['spec.owner']);
    expect(paths('planning', { ...bare, owner: 'group:default/a' })).toEqual(
      [],
    );
  });

  it('asks supplier, order or contract, and date of procurement', () => {
    expect(paths('procurement', bare)).toEqual([
      'spec.vendor',
      'spec.financials.purchase.order',
      'spec.expected',
    ]);
    const ordered = { ...bare, vendor: 'dell', expected: '2026-01-01' };
    expect(paths('procurement', ordered, { coveredByContract: true })).toEqual(
      [],
    );
    expect(
      paths('procurement', {
        ...ordered,
        financials: {
          purchase: {
            amount: '1.00',
            currency: 'EUR',
            date: '2026-01-01',
            order: 'PO-1',
          },
        },
      }),
    ).toEqual([]);
  });

  it('asks tag or serial of hardware, and a place of what can be touched', () => {
    expect(paths('deployment', bare)).toEqual(['spec.tag', 'spec.location']);
    expect(
      paths('deployment', { ...bare, serialNumber: 'S', location: 'DC1' }),
    ).toEqual([]);
    expect(paths('deployment', { ...bare, class: 'fixed' })).toEqual([
      'spec.location',
    ]);
    expect(paths('deployment', { ...bare, class: 'cloud' })).toEqual([]);
  });

  it('asks owner and use of maintenance', () => {
    expect(paths('maintenance', bare)).toEqual(['spec.owner', 'spec.services']);
    const owned = { ...bare, owner: 'group:default/a' };
    for (const use of [
      { assignee: 'user:default/a' },
      { services: [{ ref: 'component:default/a' }] },
      { partOf: 'asset:default/a' },
    ]) {
      expect(paths('maintenance', { ...owned, ...use })).toEqual([]);
    }
    expect(paths('maintenance', { ...owned, services: [] })).toEqual([
      'spec.services',
    ]);
  });

  it('asks more the further an asset has gone', () => {
    expect(paths('decommission', { ...bare, status: 'retired' })).toEqual([
      'spec.disposal.date',
      'spec.disposal.reason',
    ]);
    expect(paths('decommission', { ...bare, status: 'disposed' })).toEqual([
      'spec.disposal.date',
      'spec.disposal.reason',
      'spec.disposal.method',
      'spec.disposal.erasureEvidence',
    ]);
    expect(
      paths('decommission', { ...bare, type: 'monitor', status: 'sold' }),
    ).toEqual([
      'spec.disposal.date',
      'spec.disposal.reason',
      'spec.disposal.method',
      'spec.financials.proceeds',
    ]);
  });

  it('never repeats money', () => {
    for (const stage of LIFECYCLE_STAGES) {
      const problems = requirementsFor(stage, {
        ...bare,
        financials: {
          purchase: { amount: '98765.43', currency: 'EUR', date: '2026-01-01' },
        },
      });
      expect(JSON.stringify(problems)).not.toContain('98765');
    }
  });
});
