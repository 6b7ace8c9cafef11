/** An amount that would be noticed anywhere. */
export const AMOUNT = '73551.37';

/** A valid asset with money. */
export function assetYaml(
  name: string,
  options?: { amount?: string; extra?: string; financials?: string },
): string {
  return `apiVersion: itam/v1alpha1
kind: Asset
metadata:
  name: ${name}
  annotations:
    itam/declaration-revision: written-by-hand
spec:
  class: hardware
  type: server
  stage: maintenance
  owner: payments
  assignee: guest
  partOf: rack-14
  services:
    - { ref: component:default/payments-api, share: 60 }
${options?.extra ?? ''}
${
  options?.financials ??
  `  financials:
    purchase: { amount: "${
      options?.amount ?? AMOUNT
    }", currency: EUR, date: 2024-04-01 }`
}
`;
}

/** A valid licence with money. */
export function licenseYaml(name: string): string {
  return `apiVersion: itam/v1alpha1
kind: License
metadata: { name: ${name} }
spec:
  type: subscription
  product: GitHub Enterprise Cloud
  vendor: github
  owner: platform
  metric: named-user
  quantity: 250
  term: { start: 2026-01-01, end: 2026-12-31 }
  contract: github-2026
  services: [{ ref: system:default/delivery, share: 100 }]
  financials:
    price: { amount: "${AMOUNT}", currency: USD, per: unit, every: month }
`;
}

/** A valid contract with money. */
export function contractYaml(name: string): string {
  return `apiVersion: itam/v1alpha1
kind: Contract
metadata: { name: ${name} }
spec:
  type: subscription
  vendor: github
  owner: group:default/procurement
  term: { start: 2026-01-01, end: 2026-12-31 }
  covers: [license:default/github-enterprise, { ref: asset:default/db, weight: 2 }]
  partOf: github-master
  services: [{ ref: resource:default/runners }]
  financials:
    charges: [{ amount: "${AMOUNT}", currency: USD, every: year, from: 2026-01-01 }]
`;
}

/** A component, which is nobody's money. */
export function componentYaml(name: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: production, owner: payments }
`;
}
