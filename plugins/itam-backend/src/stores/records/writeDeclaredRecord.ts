import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { writeRecordRow, type RecordToWrite } from './writeRecordRow';

/**
 * Writes a declared record with what it covers and whom it is assigned to;
 * one that was retired lives again. A holder who changed has it from the day
 * of the delivery. Returns its id.
 */
export async function writeDeclaredRecord(
  trx: Knex.Transaction,
  options: Omit<RecordToWrite, 'holder'> & { revision: string },
): Promise<number> {
  const { revision, ...written } = options;
  const { asOf } = written;
  return await writeRecordRow(
    trx,
    { origin: 'declared', revision, retired_at: null },
    {
      ...written,
      holder: { from: plainDateOf(asOf), by: 'catalog', at: asOf },
    },
  );
}
