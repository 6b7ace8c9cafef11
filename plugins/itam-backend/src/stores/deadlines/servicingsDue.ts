import type { Knex } from 'knex';
import {
  deadlineColumns,
  whereInRange,
  whereInUse,
  type DeadlineRange,
  type DeadlineRow,
  type IdPage,
} from './deadlineRow';

/** A record with a servicing that names when the next one is due. */
export interface ServicingDueRow extends DeadlineRow {
  servicing_id: number;
  servicing_title: string;
  next_due: string;
}

/**
 * Servicings that are due in a range of days, by their id: those to which no
 * later servicing of the same kind has been recorded.
 */
export async function listServicingsDue(
  knex: Knex,
  range: DeadlineRange,
  { after, limit }: IdPage,
): Promise<ServicingDueRow[]> {
  const query: Knex.QueryBuilder = knex('servicings')
    .join('records', 'records.id', 'servicings.record_id')
    .whereNull('servicings.voided_at')
    .where('servicings.id', '>', after)
    .whereNotExists(
      knex
        .select(knex.raw('1'))
        .from('servicings as later')
        .whereRaw('later.record_id = servicings.record_id')
        .whereRaw('later.kind = servicings.kind')
        .whereNull('later.voided_at')
        .whereRaw('(later.date, later.id) > (servicings.date, servicings.id)'),
    )
    .orderBy('servicings.id')
    .limit(limit)
    .select([
      ...deadlineColumns,
      'servicings.id as servicing_id',
      'servicings.title as servicing_title',
      'servicings.next_due as next_due',
    ]);
  whereInRange(query, 'servicings.next_due', range);
  whereInUse(query, range);
  return await query;
}
