import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import type { Servicing } from './servicingRow';

/** What is recorded of a servicing. */
export type ServicingValues = Pick<
  Servicing,
  'date' | 'kind' | 'title' | 'vendor' | 'invoice' | 'nextDue'
> & { cost: Servicing['cost'] | undefined };

/** Adds a servicing to a record. */
export async function insertServicing(
  trx: Knex.Transaction,
  recordId: number,
  values: ServicingValues,
  by: { actor: string; at: Date },
): Promise<Servicing> {
  const recordedAt = by.at.toISOString();
  const [row]: { id: unknown }[] = await trx('servicings')
    .insert({
      record_id: recordId,
      date: values.date,
      kind: values.kind,
      title: values.title,
      amount_minor: values.cost ? String(values.cost.minor) : null,
      currency: values.cost?.currency ?? null,
      vendor: values.vendor,
      invoice: values.invoice,
      next_due: values.nextDue,
      recorded_at: recordedAt,
      recorded_by: by.actor,
    })
    .returning('id');
  return {
    ...values,
    id: integerFromRow(row.id),
    cost: values.cost ?? null,
    recordedAt,
    recordedBy: by.actor,
  };
}
