/**
 * How large an estate is. Scale 1 is the size the targets are set for:
 * 100,000 assets, 5,000 licences with 200,000 assignments, 2,000 contracts,
 * 5,000 services in 500 systems, 200 groups in four levels, 300,000 shares.
 */
export interface EstateSize {
  assets: number;
  licenses: number;
  assignmentsPerLicense: number;
  contracts: number;
  services: number;
  systems: number;
  domains: number;
  groups: number;
  users: number;
  servicesPerAsset: number;
}

/** The size at a scale; the organisation grows with its estate. */
export function estateSize(scale: number): EstateSize {
  const times = (count: number) => Math.max(1, Math.round(count * scale));
  return {
    assets: times(100_000),
    licenses: times(5_000),
    assignmentsPerLicense: 40,
    contracts: times(2_000),
    services: times(5_000),
    systems: times(500),
    domains: times(50),
    groups: Math.max(40, times(200)),
    users: Math.max(100, times(10_000)),
    servicesPerAsset: 3,
  };
}
