import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

function entity(
  kind: string,
  name: string,
  spec: JsonObject,
  relations: [type: string, targetRef: string][] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title: `${kind} ${name}` },
    spec,
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const group = (name: string, parent?: string) =>
  entity(
    'Group',
    name,
    { type: 'team', children: [], ...(parent ? { parent } : {}) },
    parent ? [['childOf', `group:default/${parent}`]] : [],
  );

const user = (name: string, memberOf: string) =>
  entity('User', name, { memberOf: [memberOf] }, [
    ['memberOf', `group:default/${memberOf}`],
  ]);

const component = (name: string, owner: string, system?: string) =>
  entity(
    'Component',
    name,
    { type: 'service', lifecycle: 'production', owner, system },
    [
      ['ownedBy', `group:default/${owner}`],
      ...(system
        ? [['partOf', `system:default/${system}`] as [string, string]]
        : []),
    ],
  );

/** A catalog: teams payments and storefront below commerce, and others. */
export const shopCatalog: Entity[] = [
  group('commerce'),
  group('payments', 'commerce'),
  group('storefront', 'commerce'),
  group('other'),
  user('member', 'payments'),
  user('manager', 'commerce'),
  user('other', 'other'),
  entity('System', 'checkout', { owner: 'commerce' }, [
    ['ownedBy', 'group:default/commerce'],
  ]),
  component('payments-api', 'payments', 'checkout'),
  component('web', 'storefront', 'checkout'),
  component('lonely', 'other'),
];

/** A declared record in the default namespace. */
export function record(kind: string, name: string, spec: JsonObject): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title: `The ${name}` },
    spec,
  };
}

/** Records: who owns, holds and uses them differs. */
export const shopRecords: Entity[] = [
  record('Asset', 'db', {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/payments',
    vendor: 'dell',
    tag: 'HW-100%_A',
    serialNumber: 'S-1',
    manufacturer: 'Dell',
    inService: '2026-01-01',
    warranty: { until: '2026-06-30' },
    services: [
      { ref: 'component:default/payments-api', share: 60 },
      { ref: 'component:default/web', share: 20 },
    ],
    financials: {
      purchase: { amount: '4800.00', currency: 'EUR', date: '2026-01-01' },
      costCenter: 'CC-1',
      depreciation: { method: 'straight-line', months: 48 },
    },
  }),
  record('Asset', 'laptop', {
    class: 'hardware',
    type: 'laptop',
    stage: 'maintenance',
    owner: 'group:default/storefront',
    assignee: 'user:default/member',
    vendor: 'lenovo',
    tag: 'HW-2',
    inService: '2026-01-01',
    financials: {
      purchase: { amount: '2400.00', currency: 'USD', date: '2026-01-01' },
      depreciation: { method: 'straight-line', months: 24 },
    },
  }),
  record('Asset', 'unpriced', {
    class: 'cloud',
    type: 'cloud-account',
    stage: 'maintenance',
    owner: 'group:default/payments',
    services: [{ ref: 'component:default/payments-api' }],
  }),
  record('Asset', 'secret', {
    class: 'software',
    type: 'application',
    stage: 'maintenance',
    owner: 'group:default/other',
    vendor: 'acme',
    tag: '=cmd|calc',
    services: [{ ref: 'component:default/payments-api', share: 50 }],
    financials: {
      charges: [
        {
          amount: '100.00',
          currency: 'EUR',
          every: 'month',
          from: '2026-01-01',
        },
      ],
    },
  }),
  record('Asset', 'orphan', {
    class: 'digital',
    type: 'document',
    stage: 'planning',
    owner: 'group:default/ghost',
  }),
  record('License', 'github', {
    type: 'subscription',
    product: 'GitHub Enterprise',
    vendor: 'github',
    owner: 'group:default/payments',
    metric: 'named-user',
    quantity: 2,
    term: { start: '2026-01-01', end: '2026-12-31' },
    contract: 'contract:default/github',
    services: [{ ref: 'system:default/checkout', share: 100 }],
    assignments: [
      { to: 'user:default/member' },
      { to: 'user:default/other' },
      { to: 'user:default/manager', until: '2026-02-01' },
    ],
    financials: {
      price: { amount: '21.00', currency: 'USD', per: 'unit', every: 'month' },
    },
  }),
  record('Contract', 'github', {
    type: 'subscription',
    number: 'C-1',
    vendor: 'github',
    owner: 'group:default/other',
    term: { start: '2026-01-01', end: '2026-12-31' },
    renewal: {
      kind: 'automatic',
      months: 12,
      noticeDays: 60,
      upliftPercent: 5,
    },
    covers: ['license:default/github'],
    financials: {
      charges: [
        {
          amount: '1200.00',
          currency: 'USD',
          every: 'year',
          from: '2026-01-01',
        },
      ],
    },
  }),
];

/** Rates of the dollar: none at the end of August. */
export const shopRates = [
  { date: '2026-08-20', currency: 'USD', perEuro: '1.30' },
  { date: '2026-09-29', currency: 'USD', perEuro: '1.25' },
  { date: '2026-10-14', currency: 'USD', perEuro: '1.10' },
];
