import { monthText } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readClosedThrough } from '../../stores/closing/closedThrough';
import {
  readClosingLog,
  readClosingVersion,
  type ClosingEntry,
} from '../../stores/closing/closingLog';

/** The closing in force. */
export interface Closing {
  /** Last closed month, `YYYY-MM`; none is closed without it. */
  closedThrough?: string;
  /** Counts closings; 0 before the first. */
  version: number;
  /** Newest first, at most 50. */
  log: ClosingEntry[];
}

/**
 * Up to which month the books are closed, and how that came about.
 */
export async function readClosing(database: Knex): Promise<Closing> {
  const through = await readClosedThrough(database);
  return {
    ...(through === null ? {} : { closedThrough: monthText(through) }),
    version: await readClosingVersion(database),
    log: await readClosingLog(database),
  };
}
