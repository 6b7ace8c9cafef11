import { billingTargetOf, type BillingRule } from './billingTarget';
import type { FocusCharge } from './focusCharge';

function charge(over: Partial<FocusCharge> = {}): FocusCharge {
  return {
    provider: 'AWS',
    billingAccount: '1',
    billingAccountName: null,
    billingPeriod: '2026-09-01',
    currency: 'USD',
    subAccount: '777',
    subAccountName: null,
    serviceName: 'Amazon S3',
    category: 'Usage',
    commitmentDiscount: null,
    region: 'eu-central-1',
    resource: null,
    tags: new Map([['service', 'Payments-API']]),
    billed: { units: 0n, scale: 0 },
    effective: { units: 0n, scale: 0 },
    chargeMonth: 24_320,
    ...over,
  };
}

const OWNER = 'group:default/cloud';
const TAG: BillingRule = {
  when: {},
  service: { tag: 'service', kind: 'component', namespace: 'default' },
};
const ACCOUNT: BillingRule = {
  when: { subAccounts: ['777', '778'] },
  service: 'component:default/ledger',
  owner: 'group:default/payments',
  costCenter: 'CC-1',
};
const nobody = {
  service: null,
  owner: OWNER,
  costCenter: null,
  contract: null,
};

describe('whose a charge is', () => {
  it('is told by the first rule for each of service, owner and cost centre', () => {
    expect(billingTargetOf(charge(), [TAG, ACCOUNT], OWNER)).toEqual({
      service: 'component:default/payments-api',
      owner: 'group:default/payments',
      costCenter: 'CC-1',
      contract: null,
    });
    expect(billingTargetOf(charge(), [ACCOUNT, TAG], OWNER).service).toBe(
      'component:default/ledger',
    );
  });

  it('is unallocated where no rule fits', () => {
    const other = charge({ tags: new Map(), subAccount: '779' });
    expect(billingTargetOf(other, [TAG, ACCOUNT], OWNER)).toEqual(nobody);
    expect(billingTargetOf(charge(), [], OWNER)).toEqual(nobody);
  });

  it.each(['', ' ', 'a b', 'component:other/x', '-x', 'x'.repeat(64)])(
    'is not told by a tag that names no service: %j',
    tag => {
      const tagged = charge({ tags: new Map([['service', tag]]) });
      expect(billingTargetOf(tagged, [TAG, ACCOUNT], OWNER).service).toBe(
        'component:default/ledger',
      );
    },
  );

  it('takes the cost centre from a tag', () => {
    const rule: BillingRule = { when: {}, costCenter: { tag: 'cc' } };
    const tagged = charge({ tags: new Map([['cc', ' CC-9 ']]) });
    expect(billingTargetOf(tagged, [rule], OWNER).costCenter).toBe('CC-9');
    expect(billingTargetOf(charge(), [rule, ACCOUNT], OWNER).costCenter).toBe(
      'CC-1',
    );
  });

  it('is a contract for what buys a commitment', () => {
    const rule: BillingRule = {
      when: { chargeCategories: ['Purchase'], commitmentDiscounts: ['*'] },
      contract: 'contract:default/plan',
    };
    const purchase = charge({ category: 'Purchase', commitmentDiscount: 'sp' });
    expect(billingTargetOf(purchase, [rule], OWNER).contract).toBe(
      'contract:default/plan',
    );
    for (const other of [
      charge({ category: 'Purchase' }),
      charge({ commitmentDiscount: 'sp' }),
    ]) {
      expect(billingTargetOf(other, [rule], OWNER).contract).toBeNull();
    }
  });

  it.each<[string, BillingRule['when']]>([
    ['provider', { providers: ['Azure'] }],
    ['account', { billingAccounts: ['2'] }],
    ['service name', { serviceNames: ['Amazon EC2'] }],
    ['region', { regions: ['us-east-1'] }],
    ['resource', { resources: ['*'] }],
    ['tag', { tags: [{ key: 'env', values: ['*'] }] }],
    ['value of a tag', { tags: [{ key: 'service', values: ['x'] }] }],
    [
      'one of two',
      {
        subAccounts: ['777'],
        tags: [
          { key: 'service', values: ['Payments-API'] },
          { key: 'env', values: ['prod'] },
        ],
      },
    ],
  ])('is not told by a rule for another %s', (_, when) => {
    expect(billingTargetOf(charge(), [{ ...ACCOUNT, when }], OWNER)).toEqual(
      nobody,
    );
  });
});
