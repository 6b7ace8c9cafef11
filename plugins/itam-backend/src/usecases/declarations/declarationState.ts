import type { Knex } from 'knex';
import { settingKeys } from '../../database/settingKeys';
import { readSetting } from '../../stores/settings/readSetting';

/** Refs named at once; the rest is named once these have come. */
const WANTED_AT_ONCE = 500;

/**
 * The identity of the register's data, and the declarations it wants to be
 * delivered again. A new epoch means that everything has to be.
 */
export async function getDeclarationState(deps: {
  database: Knex;
}): Promise<{ epoch: string; wanted: string[] }> {
  const wanted: { ref: string }[] = await deps
    .database('wanted_declarations')
    .orderBy('since')
    .orderBy('ref')
    .limit(WANTED_AT_ONCE)
    .select('ref');
  return {
    epoch: await requiredEpoch(deps.database),
    wanted: wanted.map(row => row.ref),
  };
}

/**
 * The epoch of the register's data.
 *
 * Throws when the register has not been prepared yet.
 */
export async function requiredEpoch(database: Knex): Promise<string> {
  const epoch = await readSetting(database, settingKeys.epoch);
  if (epoch === undefined) {
    throw new Error('The register has not been prepared yet');
  }
  return epoch;
}
