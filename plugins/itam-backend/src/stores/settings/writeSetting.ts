import type { Knex } from 'knex';
import type { SettingKey } from '../../database/settingKeys';

/**
 * Writes a setting, whether it was there or not.
 */
export async function writeSetting(
  database: Knex,
  key: SettingKey,
  value: string,
): Promise<void> {
  await database('settings')
    .insert({ key, value })
    .onConflict('key')
    .merge(['value']);
}
