import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import { valueOn } from './inForce';
import { nextEnd } from './nextEnd';

/**
 * The columns of a record that depend on the day: what is in force now.
 */
export interface CurrentColumns {
  owner_ref: string | null;
  cost_center: string | null;
  ends_on: string | null;
  ends_kind: string | null;
}

/**
 * What of a record is in force on an ISO calendar date, for filters and lists.
 */
export function currentColumns(
  record: CostRecord,
  date: string,
): CurrentColumns {
  const end = nextEnd(record, date);
  return {
    owner_ref: valueOn(record.owners, date) ?? null,
    cost_center: valueOn(record.costCenters, date) ?? null,
    ends_on: end?.on ?? null,
    ends_kind: end?.kind ?? null,
  };
}
