import type { Entity } from '@backstage/catalog-model';

/** An Asset with every field filled in; valid. */
export function goodAsset(): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Asset',
    metadata: {
      name: 'payments-db-eu1',
      namespace: 'default',
      title: 'Payments database cluster EU1',
      description: 'Primary cluster.\nTwo nodes.',
    },
    spec: {
      class: 'hardware',
      type: 'server',
      stage: 'maintenance',
      status: 'in-use',
      owner: 'group:default/payments',
      assignee: 'user:default/guest',
      tag: 'HW-000123',
      serialNumber: '0012',
      manufacturer: 'Dell',
      model: 'PowerEdge R760',
      vendor: 'dell',
      location: 'Frankfurt DC1 / rack 14',
      partOf: 'asset:default/rack-14',
      inService: '2024-04-15',
      expected: '2024-04-10',
      version: '7.4',
      supportUntil: '2028-01-01',
      lastSeen: '2026-01-01',
      quantity: 1,
      cores: 64,
      processors: 2,
      services: [
        { ref: 'component:default/payments-api', share: 60 },
        { ref: 'component:default/ledger', share: 40 },
      ],
      warranty: { until: '2027-03-31' },
      endOfLife: '2029-12-31',
      planned: {
        neededBy: '2024-03-01',
        benefit: 'Room for growth',
        replaces: 'asset:default/old-db',
        approver: 'user:default/guest',
      },
      rights: {
        licensor: 'Dell',
        permittedUse: 'Firmware only',
        until: '2028-01-31',
      },
      disposal: {
        date: '2029-11-30',
        method: 'sold',
        reason: 'Replaced',
        erasureEvidence: 'https://evidence.example.com/1',
      },
      documents: [
        { title: 'Invoice', url: 'https://documents.example.com/1' },
        { title: 'Contact', url: 'mailto:it@example.com' },
      ],
      notes: 'First line\nSecond line\twith a tab',
      financials: {
        purchase: {
          amount: '24999.00',
          currency: 'EUR',
          date: '2024-04-01',
          order: 'PO-1182',
          booked: { amount: '27123.45', currency: 'USD' },
        },
        costCenter: 'CC-410',
        depreciation: {
          method: 'straight-line',
          months: 48,
          salvage: '2000.00',
          convention: 'full-month',
        },
        charges: [
          {
            title: 'Colocation',
            amount: '310.00',
            currency: 'EUR',
            every: 'month',
            from: '2024-04-01',
          },
          {
            title: 'Refund',
            amount: '-31.00',
            currency: 'EUR',
            every: 'once',
            from: '2024-06-01',
            credit: true,
          },
        ],
        events: [
          { date: '2025-06-01', kind: 'improvement', amount: '1200.00' },
        ],
        proceeds: { amount: '1500.00', currency: 'EUR' },
      },
    },
  };
}

/** A License; valid. */
export function goodLicense(): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'License',
    metadata: { name: 'github-enterprise', title: 'GitHub Enterprise' },
    spec: {
      type: 'subscription',
      product: 'GitHub Enterprise Cloud',
      publisher: 'GitHub',
      vendor: 'github',
      owner: 'group:default/platform',
      metric: 'named-user',
      quantity: 250,
      term: { start: '2026-01-01', end: '2026-12-31' },
      contract: 'contract:default/github-2026',
      licenseExpression: 'MIT OR Apache-2.0',
      services: [{ ref: 'system:default/delivery', share: 100 }],
      assignments: [{ to: 'user:default/guest', from: '2026-02-01' }],
      quantityChanges: [{ from: '2026-07-15', quantity: 260 }],
      financials: {
        price: {
          amount: '21.00',
          currency: 'USD',
          per: 'unit',
          every: 'month',
        },
        costCenter: [
          { costCenter: 'CC-200' },
          { from: '2026-07-01', costCenter: 'CC-210' },
        ],
      },
    },
  };
}

/** A Contract; valid. */
export function goodContract(): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Contract',
    metadata: { name: 'github-2026' },
    spec: {
      type: 'subscription',
      number: 'C-2026-0042',
      vendor: 'github',
      owner: 'group:default/procurement',
      term: { start: '2026-01-01', end: '2026-12-31' },
      renewal: {
        kind: 'automatic',
        months: 12,
        noticeDays: 60,
        upliftPercent: 5,
      },
      covers: [
        'license:default/github-enterprise',
        { ref: 'asset:default/payments-db-eu1', weight: 2 },
      ],
      partOf: 'contract:default/github-master',
      documents: [
        { title: 'Signed contract', url: 'https://documents.example.com/2' },
      ],
      financials: {
        charges: [
          {
            amount: '63000.00',
            currency: 'USD',
            every: 'year',
            from: '2026-01-01',
          },
        ],
        costCenter: 'CC-200',
      },
    },
  };
}
