import type { Knex } from 'knex';
import { writeRecordRow, type RecordToWrite } from './writeRecordRow';

/**
 * Writes a record the register is the source of; one that was retired lives
 * again. Returns its id.
 */
export async function writeRegisteredRecord(
  trx: Knex.Transaction,
  options: RecordToWrite,
): Promise<number> {
  return await writeRecordRow(
    trx,
    { origin: 'registered', revision: null, retired_at: null },
    options,
  );
}
