import { createHash } from 'node:crypto';
import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { settingKeys } from '../../database/settingKeys';
import { readSetting } from '../../stores/settings/readSetting';
import { writeSetting } from '../../stores/settings/writeSetting';
import { recomputeDaily } from './recomputeDaily';

/**
 * Computes all records anew once a day, and when the configured depreciation
 * has changed; does nothing in between. A run that was stopped is repeated.
 */
export async function recomputeWhenDue(
  deps: { database: Knex; config: RegisterConfig },
  asOf: Date,
  signal?: AbortSignal,
): Promise<{ due: boolean; uncomputable: string[] }> {
  const { database, config } = deps;
  const wanted = `${plainDateOf(asOf)} ${fingerprint(config)}`;
  if ((await readSetting(database, settingKeys.computedFor)) === wanted) {
    return { due: false, uncomputable: [] };
  }
  const { uncomputable } = await recomputeDaily(deps, asOf, signal);
  if (!signal?.aborted) {
    await writeSetting(database, settingKeys.computedFor, wanted);
  }
  return { due: true, uncomputable };
}

function fingerprint(config: RegisterConfig): string {
  const text = JSON.stringify(config.depreciation, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
