import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

/** An asset that costs 12.00 a month for a year from 2026-01. */
export function asset(name: string, spec: JsonObject = {}): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Asset',
    metadata: { name, title: `Asset ${name}` },
    spec: {
      class: 'hardware',
      type: 'server',
      stage: 'maintenance',
      owner: 'payments',
      inService: '2026-01-01',
      services: [{ ref: 'component:default/api', share: 50 }],
      financials: {
        purchase: { amount: '144.00', currency: 'EUR', date: '2026-01-01' },
        depreciation: { method: 'straight-line', months: 12 },
        costCenter: 'CC-1',
      },
      ...spec,
    },
  };
}

/** A licence for 10.00 a month and unit, 2 units, in 2026. */
export function license(name: string, spec: JsonObject = {}): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'License',
    metadata: { name },
    spec: {
      type: 'subscription',
      product: 'Editor',
      vendor: 'acme',
      owner: 'platform',
      metric: 'named-user',
      quantity: 2,
      term: { start: '2026-01-01', end: '2026-12-31' },
      financials: {
        price: {
          amount: '10.00',
          currency: 'USD',
          per: 'unit',
          every: 'month',
        },
      },
      ...spec,
    },
  };
}

/** A support contract for 30.00 a month in 2026. */
export function contract(name: string, spec: JsonObject = {}): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Contract',
    metadata: { name },
    spec: {
      type: 'support',
      vendor: 'acme',
      owner: 'procurement',
      term: { start: '2026-01-01', end: '2026-12-31' },
      financials: {
        charges: [
          {
            amount: '30.00',
            currency: 'EUR',
            every: 'month',
            from: '2026-01-01',
          },
        ],
      },
      ...spec,
    },
  };
}

/** An entity of the catalog with relations, `type:ref` each. */
export function node(ref: string, relations: string[] = []): Entity {
  const [kind, name] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { type: 'any' },
    relations: relations.map(relation => {
      const [type, targetKind, target] = relation.split(' ');
      return { type, targetRef: `${targetKind}:default/${target}` };
    }),
  };
}
