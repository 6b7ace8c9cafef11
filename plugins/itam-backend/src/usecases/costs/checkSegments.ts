import { setImmediate } from 'node:timers/promises';
import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { isPostgres } from '../../database/engine';
import { readClosedThrough } from '../../stores/closing/closedThrough';
import { readSegments } from '../../stores/costSegments/readSegments';
import { loadCostContext } from '../../stores/records/loadCostContext';
import { openSegmentsOf } from './openSegments';
import { sameSegments } from './sameSegments';

const RECORDS_PER_BATCH = 200;
/** Records after which other work of the process gets its turn. */
const RECORDS_BETWEEN_TURNS = 10;

/** What {@link checkSegments} found. */
export interface SegmentCheck {
  /** Records compared. */
  records: number;
  /** Refs of records whose stored segments are others, in order. */
  differing: string[];
  /** Refs of records whose costs cannot be computed; they should have none. */
  uncomputable: string[];
}

/**
 * Computes the costs of every record anew, as of a time, and compares them
 * with what is stored; closed months are taken as they are stored. Changes
 * nothing.
 *
 * Records differ, too, whose costs depend on the day and were last computed on
 * an earlier one.
 */
export async function checkSegments(
  deps: { database: Knex; config: Pick<RegisterConfig, 'depreciation'> },
  asOf: Date,
): Promise<SegmentCheck> {
  const { database, config } = deps;
  return await database.transaction(
    async trx => {
      const result: SegmentCheck = {
        records: 0,
        differing: [],
        uncomputable: [],
      };
      let lastRef = '';
      for (;;) {
        const rows: { ref: string }[] = await trx('records')
          .where('ref', '>', lastRef)
          .orderBy('ref')
          .limit(RECORDS_PER_BATCH)
          .select('ref');
        if (rows.length === 0) {
          return result;
        }
        const refs = rows.map(row => row.ref);
        lastRef = refs[refs.length - 1];
        result.records += refs.length;
        await checkBatch(trx, config, refs, plainDateOf(asOf), result);
      }
    },
    // One snapshot, while changes go on.
    isPostgres(database) ? { isolationLevel: 'repeatable read' } : {},
  );
}

async function checkBatch(
  trx: Knex.Transaction,
  config: Pick<RegisterConfig, 'depreciation'>,
  refs: readonly string[],
  date: string,
  result: SegmentCheck,
): Promise<void> {
  const context = await loadCostContext(trx, refs);
  const closedThrough = await readClosedThrough(trx);
  const records = refs.flatMap(ref => context.stored(ref) ?? []);
  const stored = await readSegments(
    trx,
    records.map(({ id }) => id),
  );
  for (const [index, { id, record }] of records.entries()) {
    if (index % RECORDS_BETWEEN_TURNS === 0) {
      await setImmediate();
    }
    const { before, after, computable } = openSegmentsOf({
      record,
      stored: stored.get(id) ?? [],
      context,
      config,
      closedThrough,
      date,
    });
    if (!computable) {
      result.uncomputable.push(record.ref);
    }
    if (!sameSegments(before, after)) {
      result.differing.push(record.ref);
    }
  }
}
