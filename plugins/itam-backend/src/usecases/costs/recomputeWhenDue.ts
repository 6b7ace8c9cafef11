import { createHash } from 'node:crypto';
import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { settingKeys } from '../../database/settingKeys';
import {
  isSegmentLayoutCurrent,
  SEGMENT_LAYOUT,
} from '../../stores/costSegments/segmentLayout';
import { readSetting } from '../../stores/settings/readSetting';
import { writeSetting } from '../../stores/settings/writeSetting';
import { recomputeDaily } from './recomputeDaily';

/** Separates what is computed from how far that is; part of no ref. */
const UP_TO = '\n';

/**
 * Computes all records anew once a day, when the configured depreciation has
 * changed, when months were opened again, and when an older version of the
 * register kept other segments; does nothing in between. A run that was
 * stopped goes on where it was.
 */
export async function recomputeWhenDue(
  deps: { database: Knex; config: Pick<RegisterConfig, 'depreciation'> },
  asOf: Date,
  signal?: AbortSignal,
): Promise<{ due: boolean; uncomputable: string[] }> {
  const { database, config } = deps;
  const wanted = [
    plainDateOf(asOf),
    fingerprint(config),
    SEGMENT_LAYOUT,
    await readRequests(database),
  ].join(' ');
  if (
    (await readSetting(database, settingKeys.computedFor)) === wanted &&
    (await isSegmentLayoutCurrent(database))
  ) {
    return { due: false, uncomputable: [] };
  }
  const [computing, afterRef = ''] = (
    (await readSetting(database, settingKeys.computing)) ?? ''
  ).split(UP_TO);
  const { uncomputable } = await recomputeDaily(deps, asOf, signal, {
    afterRef: computing === wanted ? afterRef : '',
    note: async (trx, ref) =>
      await writeSetting(trx, settingKeys.computing, [wanted, ref].join(UP_TO)),
  });
  if (!signal?.aborted) {
    await database.transaction(async trx => {
      await writeSetting(trx, settingKeys.computedFor, wanted);
      await writeSetting(trx, settingKeys.segmentLayout, SEGMENT_LAYOUT);
      await writeSetting(trx, settingKeys.computing, '');
    });
  }
  return { due: true, uncomputable };
}

/**
 * Has all records computed anew with the next run, from the first on; a run
 * that is under way does not count.
 */
export async function requestRecompute(trx: Knex.Transaction): Promise<void> {
  await writeSetting(
    trx,
    settingKeys.computeRequests,
    String((await readRequests(trx)) + 1),
  );
}

async function readRequests(database: Knex): Promise<number> {
  return Number(
    (await readSetting(database, settingKeys.computeRequests)) ?? 0,
  );
}

function fingerprint(config: Pick<RegisterConfig, 'depreciation'>): string {
  const text = JSON.stringify(config.depreciation, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
