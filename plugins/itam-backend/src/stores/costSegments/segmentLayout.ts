import type { Knex } from 'knex';
import { settingKeys } from '../../database/settingKeys';
import { ensureSetting } from '../settings/ensureSetting';
import { readSetting } from '../settings/readSetting';

/**
 * Names the segments a record has. Records of a register whose segments were
 * computed with others are computed anew; change it whenever the rules give
 * other segments for the same record.
 */
export const SEGMENT_LAYOUT = 'both-views';

/**
 * Whether all stored segments are of {@link SEGMENT_LAYOUT}.
 */
export async function isSegmentLayoutCurrent(database: Knex): Promise<boolean> {
  const layout = await readSetting(database, settingKeys.segmentLayout);
  return layout === SEGMENT_LAYOUT;
}

/**
 * Notes the layout of a register without records, which has nothing of an
 * older one.
 */
export async function noteLayoutOfEmptyRegister(database: Knex): Promise<void> {
  if (!(await database('records').first('id'))) {
    await ensureSetting(
      database,
      settingKeys.segmentLayout,
      () => SEGMENT_LAYOUT,
    );
  }
}
