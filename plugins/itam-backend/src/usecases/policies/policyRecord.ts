import type {
  CostRecord,
  PolicyRecord,
} from '@backstage-itam/plugin-itam-common';
import { valueOn } from '../../stores/records/inForce';

const BASIS_POINTS_PER_PERCENT = 100;

/**
 * A stored record as rules see it on an ISO calendar date: with the owner,
 * services and cost centre in force then, which a changed spec alone does not
 * tell.
 */
export function policyRecord(record: CostRecord, date: string): PolicyRecord {
  const { ref } = record;
  switch (record.kind) {
    case 'Asset':
      return { ref, kind: 'Asset', spec: specOn(record.spec, record, date) };
    case 'License':
      return { ref, kind: 'License', spec: specOn(record.spec, record, date) };
    default:
      return { ref, kind: 'Contract', spec: specOn(record.spec, record, date) };
  }
}

function specOn<Spec extends CostRecord['spec']>(
  spec: Spec,
  record: CostRecord,
  date: string,
): Spec {
  const { costCenter: _, ...financials } = spec.financials ?? {};
  const costCenter = valueOn(record.costCenters, date) ?? undefined;
  return {
    ...spec,
    // An empty list: nobody is in force.
    owner: valueOn(record.owners, date) ?? [],
    services: (valueOn(record.services, date) ?? []).map(
      ({ ref, basisPoints }) => ({
        ref,
        share: basisPoints / BASIS_POINTS_PER_PERCENT,
      }),
    ),
    ...(spec.financials === undefined
      ? {}
      : {
          financials: {
            ...financials,
            ...(costCenter === undefined ? {} : { costCenter }),
          },
        }),
  };
}
