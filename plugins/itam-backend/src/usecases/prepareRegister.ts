import { randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { migrateDatabase } from '../database/migrateDatabase';
import { settingKeys } from '../database/settingKeys';
import { noteLayoutOfEmptyRegister } from '../stores/costSegments/segmentLayout';
import { windowStartAt } from '../stores/readModel/window';
import { ensureSetting } from '../stores/settings/ensureSetting';
import { slideReadModel } from './costs/recomputeReadModel';

const SECRET_BYTES = 32;

/**
 * Makes a database ready for the register: schema, identity, secret and the
 * read model's window. Safe to call from several replicas at once.
 *
 * With `skipMigrations` the schema has to be there.
 */
export async function prepareRegister(
  deps: { database: Knex; skipMigrations?: boolean },
  asOf: Date,
): Promise<void> {
  const { database } = deps;
  if (!deps.skipMigrations) {
    await migrateDatabase(database);
  }
  await ensureSetting(database, settingKeys.epoch, randomUUID);
  await ensureSetting(database, settingKeys.secret, () =>
    randomBytes(SECRET_BYTES).toString('hex'),
  );
  // Rates may have been loaded before they had one.
  await ensureSetting(database, settingKeys.ratesRevision, randomUUID);
  await ensureSetting(database, settingKeys.windowStartMonth, () =>
    String(windowStartAt(asOf)),
  );
  await noteLayoutOfEmptyRegister(database);
  await slideReadModel({ database }, asOf);
}
