import { monthOf, plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { settingKeys } from '../../database/settingKeys';
import { readSetting } from '../settings/readSetting';
import { WINDOW_MONTHS } from './packedMonths';

/** Months of the window that lie before the current one. */
const MONTHS_BEFORE = 36;

/**
 * Names the rows the read model is made of. A read model written with others
 * would answer zero for those it lacks; change it whenever rows are added.
 */
export const READ_MODEL_LAYOUT = 'views-certainties-and-paying-contracts';

/**
 * First month of the read model's window at a time, as a month index.
 */
export function windowStartAt(asOf: Date): number {
  return monthOf(plainDateOf(asOf)) - MONTHS_BEFORE;
}

/**
 * First month of the window the stored read model has.
 *
 * Throws when the register has not been prepared yet.
 */
export async function readWindowStart(database: Knex): Promise<number> {
  const value = await readSetting(database, settingKeys.windowStartMonth);
  if (value === undefined) {
    throw new Error('The read model has no window yet');
  }
  return integerFromRow(value);
}

/**
 * The months of a segment that the window shows, as month indices; undefined
 * when it shows none of them.
 */
export function monthsInWindow(
  segment: CostSegment,
  windowStart: number,
): { from: number; toExclusive: number } | undefined {
  const from = Math.max(
    windowStart,
    segment.startMonth + segment.windowFromUnit,
  );
  const toExclusive = Math.min(
    windowStart + WINDOW_MONTHS,
    segment.startMonth + segment.windowToUnitExclusive,
  );
  return from < toExclusive ? { from, toExclusive } : undefined;
}
