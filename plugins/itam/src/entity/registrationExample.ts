/**
 * The shortest declaration that puts a cost on a service.
 */
export function registrationExample(serviceRef: string): string {
  return `apiVersion: itam/v1alpha1
kind: Asset
metadata:
  name: my-server
spec:
  class: hardware
  type: server
  stage: maintenance
  owner: group:default/my-team
  services:
    - ref: ${serviceRef}
      share: 100
  financials:
    charges:
      - amount: "310.00"
        currency: EUR
        every: month
        from: 2026-01-01`;
}
