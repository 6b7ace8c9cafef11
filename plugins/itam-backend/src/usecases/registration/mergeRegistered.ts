import {
  mergeDeclared,
  type CostRecord,
  type ItamSpec,
  type ParsedItamSpec,
} from '@backstage-itam/plugin-itam-common';

/**
 * A registered record with another spec. What the spec says of owner, cost
 * centre, services and covers counts from a day on where it differs from what
 * it said before; what it repeats stays as it was, with changes dated in the
 * past and in the future.
 *
 * @param from - ISO calendar date
 */
export function mergeRegistered(
  previous: CostRecord,
  { kind, spec }: ParsedItamSpec,
  from: string,
): CostRecord {
  const merged = mergeDeclared(previous, previous.ref, kind, spec, from);
  const repeats = (part: (of: ItamSpec) => unknown) =>
    JSON.stringify(part(previous.spec)) === JSON.stringify(part(spec));
  return {
    ...merged,
    ...(repeats(of => of.owner) ? { owners: previous.owners } : {}),
    ...(repeats(of => of.financials?.costCenter)
      ? { costCenters: previous.costCenters }
      : {}),
    ...(repeats(of => of.services) ? { services: previous.services } : {}),
    ...(repeats(of => ('covers' in of ? of.covers : undefined))
      ? { covers: previous.covers }
      : {}),
  };
}
