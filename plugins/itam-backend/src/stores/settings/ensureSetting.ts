import type { Knex } from 'knex';
import type { SettingKey } from '../../database/settingKeys';
import { readSetting } from './readSetting';

/**
 * The value of a setting, generated once. When replicas start together, one
 * of them writes and all read the same.
 */
export async function ensureSetting(
  database: Knex,
  key: SettingKey,
  generate: () => string,
): Promise<string> {
  const known = await readSetting(database, key);
  if (known !== undefined) {
    return known;
  }
  await database('settings')
    .insert({ key, value: generate() })
    .onConflict('key')
    .ignore();
  const value = await readSetting(database, key);
  if (value === undefined) {
    throw new Error(`The setting ${key} could not be written`);
  }
  return value;
}
