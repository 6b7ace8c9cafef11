import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';

const ROWS_PER_STATEMENT = 100;

/**
 * Writes the services that use a record now, in place of what is stored, if
 * they differ.
 */
export async function replaceRecordServices(
  trx: Knex.Transaction,
  recordId: number,
  services: readonly {
    serviceRef: string;
    basisPoints: number;
    inheritedFrom: string | null;
  }[],
): Promise<void> {
  const stored: {
    service_ref: string;
    share_bp: unknown;
    inherited_from: string | null;
  }[] = await trx('record_services')
    .where('record_id', recordId)
    .select('service_ref', 'share_bp', 'inherited_from');
  const before = stored.map(row =>
    [row.service_ref, row.share_bp, row.inherited_from].join(' '),
  );
  const after = services.map(service =>
    [service.serviceRef, service.basisPoints, service.inheritedFrom].join(' '),
  );
  if (before.sort().join('\n') === after.sort().join('\n')) {
    return;
  }
  if (before.length > 0) {
    await trx('record_services').where('record_id', recordId).delete();
  }
  const rows = services.map(service => ({
    record_id: recordId,
    service_ref: service.serviceRef,
    share_bp: service.basisPoints,
    inherited_from: service.inheritedFrom,
  }));
  for (const batch of batchesOf(rows, ROWS_PER_STATEMENT)) {
    await trx('record_services').insert(batch);
  }
}
