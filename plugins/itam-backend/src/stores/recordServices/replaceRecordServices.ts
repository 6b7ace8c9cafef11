import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { idList } from '../../database/idList';

/** The services that use a record now. */
export interface RecordServices {
  recordId: number;
  services: readonly {
    serviceRef: string;
    basisPoints: number;
    inheritedFrom: string | null;
  }[];
}

const columnTypes = {
  record_id: 'integer',
  service_ref: 'text',
  share_bp: 'integer',
  inherited_from: 'text',
} as const;

/**
 * Writes the services that use records now, in place of what is stored of
 * those for which it differs.
 */
export async function replaceRecordServices(
  trx: Knex.Transaction,
  records: readonly RecordServices[],
): Promise<void> {
  if (records.length === 0) {
    return;
  }
  const stored: {
    record_id: unknown;
    service_ref: string;
    share_bp: unknown;
    inherited_from: string | null;
  }[] = await trx('record_services')
    .whereIn(
      'record_id',
      idList(
        trx,
        records.map(({ recordId }) => recordId),
      ),
    )
    .select('record_id', 'service_ref', 'share_bp', 'inherited_from');
  const before = new Map<number, string[]>();
  for (const row of stored) {
    const id = integerFromRow(row.record_id);
    const text = [row.service_ref, row.share_bp, row.inherited_from].join(' ');
    before.set(id, [...(before.get(id) ?? []), text]);
  }
  const changed = records.filter(({ recordId, services }) => {
    const after = services.map(service =>
      [service.serviceRef, service.basisPoints, service.inheritedFrom].join(
        ' ',
      ),
    );
    const known = before.get(recordId) ?? [];
    return known.sort().join('\n') !== after.sort().join('\n');
  });
  const rewritten = changed
    .map(({ recordId }) => recordId)
    .filter(id => before.has(id));
  if (rewritten.length > 0) {
    await trx('record_services')
      .whereIn('record_id', idList(trx, rewritten))
      .delete();
  }
  await insertRecordServices(trx, changed);
}

/** Writes the services of records of which none are stored yet. */
export async function insertRecordServices(
  trx: Knex.Transaction,
  records: readonly RecordServices[],
): Promise<void> {
  await bulkInsert(
    trx,
    'record_services',
    columnTypes,
    records.flatMap(({ recordId, services }) =>
      services.map(service => [
        recordId,
        service.serviceRef,
        service.basisPoints,
        service.inheritedFrom,
      ]),
    ),
  );
}
