import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

/** An amount that would be noticed anywhere. */
export const SECRET_AMOUNT = '73551.37';

const SERVICE = [{ ref: 'component:default/payments-api', share: 60 }];

/** A laptop with money. */
export function laptop(
  name: string,
  options?: { linked?: boolean; title?: string; spec?: JsonObject },
): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Asset',
    metadata: { name, ...(options?.title && { title: options.title }) },
    spec: {
      class: 'hardware',
      type: 'laptop',
      stage: 'maintenance',
      owner: 'group:default/payments',
      ...(options?.linked && { services: SERVICE }),
      financials: {
        purchase: {
          amount: SECRET_AMOUNT,
          currency: 'EUR',
          date: '2026-01-01',
        },
      },
      ...options?.spec,
    },
  };
}

/** A licence with money. */
export function license(name: string, spec?: JsonObject): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'License',
    metadata: { name },
    spec: {
      type: 'subscription',
      product: 'GitHub',
      owner: 'group:default/payments',
      metric: 'named-user',
      quantity: 10,
      term: { start: '2026-01-01', end: '2026-12-31' },
      financials: {
        price: {
          amount: SECRET_AMOUNT,
          currency: 'EUR',
          per: 'unit',
          every: 'month',
        },
      },
      ...spec,
    },
  };
}

/** A contract with money. */
export function contract(name: string, spec?: JsonObject): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Contract',
    metadata: { name },
    spec: {
      type: 'support',
      vendor: 'dell',
      owner: 'group:default/payments',
      term: { start: '2026-01-01', end: '2026-12-31' },
      financials: {
        charges: [
          {
            amount: SECRET_AMOUNT,
            currency: 'EUR',
            every: 'year',
            from: '2026-01-01',
          },
        ],
      },
      ...spec,
    },
  };
}
