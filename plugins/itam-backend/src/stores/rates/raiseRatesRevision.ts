import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { settingKeys } from '../../database/settingKeys';
import { writeSetting } from '../settings/writeSetting';

/**
 * Makes copies of the rates outdated, in the transaction of their change.
 */
export async function raiseRatesRevision(trx: Knex.Transaction): Promise<void> {
  await writeSetting(trx, settingKeys.ratesRevision, randomUUID());
}
