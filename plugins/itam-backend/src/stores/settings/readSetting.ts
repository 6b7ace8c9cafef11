import type { Knex } from 'knex';
import type { SettingKey } from '../../database/settingKeys';

/**
 * The value of a setting; undefined when it was never written.
 */
export async function readSetting(
  database: Knex,
  key: SettingKey,
): Promise<string | undefined> {
  const row: unknown = await database('settings').where({ key }).first('value');
  if (typeof row !== 'object' || row === null || !('value' in row)) {
    return undefined;
  }
  return String(row.value);
}
