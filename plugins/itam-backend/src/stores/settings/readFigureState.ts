import type { MonthIndex } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { settingKeys } from '../../database/settingKeys';
import { WINDOW_MONTHS } from '../readModel/packedMonths';
import { readSettings } from './readSettings';

/** What every figure needs to know of the register. */
export interface FigureState {
  /** Months the read model covers; undefined before it was first built. */
  window: { from: MonthIndex; toExclusive: MonthIndex } | undefined;
  /** The last closed month; null when none is. */
  closedThrough: MonthIndex | null;
  /** Changes with every change of an exchange rate; empty before the first. */
  ratesRevision: string;
}

/** Reads what every figure needs to know, in one statement. */
export async function readFigureState(database: Knex): Promise<FigureState> {
  const settings = await readSettings(database, [
    settingKeys.windowStartMonth,
    settingKeys.closedThrough,
    settingKeys.ratesRevision,
  ]);
  const start = settings.get(settingKeys.windowStartMonth);
  const from = start === undefined ? undefined : integerFromRow(start);
  const closed = settings.get(settingKeys.closedThrough) ?? '';
  return {
    window:
      from === undefined
        ? undefined
        : { from, toExclusive: from + WINDOW_MONTHS },
    closedThrough: closed === '' ? null : integerFromRow(closed),
    ratesRevision: settings.get(settingKeys.ratesRevision) ?? '',
  };
}
