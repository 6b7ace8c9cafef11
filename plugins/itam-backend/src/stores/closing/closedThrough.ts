import type { MonthIndex } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { settingKeys } from '../../database/settingKeys';
import { readSetting } from '../settings/readSetting';
import { writeSetting } from '../settings/writeSetting';

/**
 * The last closed month; null when none is closed.
 */
export async function readClosedThrough(
  database: Knex,
): Promise<MonthIndex | null> {
  const value = await readSetting(database, settingKeys.closedThrough);
  return value === undefined || value === '' ? null : integerFromRow(value);
}

/**
 * Sets the last closed month; what is stored of costs is the caller's to
 * adapt.
 */
export async function writeClosedThrough(
  trx: Knex.Transaction,
  month: MonthIndex | null,
): Promise<void> {
  await writeSetting(
    trx,
    settingKeys.closedThrough,
    month === null ? '' : String(month),
  );
}
