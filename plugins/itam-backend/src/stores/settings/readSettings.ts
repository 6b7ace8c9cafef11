import type { Knex } from 'knex';
import type { SettingKey } from '../../database/settingKeys';

/**
 * Values of several settings in one statement; those never written are absent.
 */
export async function readSettings(
  database: Knex,
  keys: readonly SettingKey[],
): Promise<Map<string, string>> {
  const rows: { key: string; value: unknown }[] = await database('settings')
    .whereIn('key', keys)
    .select('key', 'value');
  return new Map(rows.map(({ key, value }) => [key, String(value)]));
}
