import { createHash } from 'node:crypto';
import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { BackgroundPace } from '../../database/BackgroundPace';
import { POLICY_LOCK } from '../../database/locks';
import { settingKeys } from '../../database/settingKeys';
import { readSetting } from '../../stores/settings/readSetting';
import { writeSetting } from '../../stores/settings/writeSetting';
import { evaluateAllServices } from '../software/evaluateServices';
import { matchAllItems } from '../discoveries/matchItems';
import { evaluateRecords } from './evaluateRecords';
import type { EvaluationDeps } from './evaluatePending';

/** Records that are evaluated in one transaction: at first, and at most. */
const SLICE = { first: 20, atMost: 200 };
/** Separates what is evaluated from how far that is; part of no ref. */
const UP_TO = '\n';

/** Where an evaluation of all records goes on, and how it says how far it is. */
export interface EvaluationProgress {
  /** Records up to this ref are done; empty for none. */
  afterRef: string;
  /** Notes, inside the transaction of a batch, that it is done up to a ref. */
  note: (trx: Knex.Transaction, ref: string) => Promise<void>;
}

/**
 * Evaluates all records and services, and matches all discovered items, in
 * short transactions that leave room for others. May be stopped and repeated;
 * with `progress` it goes on where it was stopped. Returns how many records it
 * went through.
 */
export async function evaluateAll(
  deps: EvaluationDeps,
  asOf: Date,
  signal?: AbortSignal,
  progress?: EvaluationProgress,
): Promise<number> {
  const { database, config } = deps;
  const pace = new BackgroundPace(SLICE);
  let records = 0;
  let lastRef = progress?.afterRef ?? '';
  while (!signal?.aborted) {
    const rows: { ref: string }[] = await database('records')
      .where('ref', '>', lastRef)
      .orderBy('ref')
      .limit(pace.items)
      .select('ref');
    if (rows.length === 0) {
      break;
    }
    const refs = rows.map(row => row.ref);
    const upTo = refs[refs.length - 1];
    lastRef = upTo;
    records += refs.length;
    await pace.transaction(database, [POLICY_LOCK], async trx => {
      await evaluateRecords(trx, config, refs, asOf);
      await progress?.note(trx, upTo);
    });
  }
  // By the names that records now offer.
  await matchAllItems(database, config, asOf, signal);
  await evaluateAllServices(database, config, asOf, signal);
  return records;
}

/**
 * Evaluates all records once a day, and when rules or their settings have
 * changed; does nothing in between. Waits for what depends
 * on the day to be computed. A run that was stopped goes on where it was.
 */
export async function evaluateWhenDue(
  deps: EvaluationDeps,
  asOf: Date,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { database, config } = deps;
  const date = plainDateOf(asOf);
  const computedFor = await readSetting(database, settingKeys.computedFor);
  const wanted = [
    date,
    config.policies.fingerprint,
    aliasesOf(config.discovery),
    // Whether owners are known depends on whether the catalog ever was.
    (await readSetting(database, settingKeys.projectionSyncedAt)) === undefined
      ? 'alone'
      : 'projected',
  ].join(' ');
  if (
    computedFor?.startsWith(date) !== true ||
    (await readSetting(database, settingKeys.policiesEvaluatedFor)) === wanted
  ) {
    return undefined;
  }
  const [evaluating, afterRef = ''] = (
    (await readSetting(database, settingKeys.policiesEvaluating)) ?? ''
  ).split(UP_TO);
  const records = await evaluateAll(deps, asOf, signal, {
    afterRef: evaluating === wanted ? afterRef : '',
    note: async (trx, ref) =>
      await writeSetting(
        trx,
        settingKeys.policiesEvaluating,
        [wanted, ref].join(UP_TO),
      ),
  });
  if (!signal?.aborted) {
    await database.transaction(async trx => {
      await writeSetting(trx, settingKeys.policiesEvaluatedFor, wanted);
      await writeSetting(trx, settingKeys.policiesEvaluating, '');
    });
  }
  return records;
}

function aliasesOf({
  productAliases,
  supplierAliases,
}: EvaluationDeps['config']['discovery']): string {
  return createHash('sha256')
    .update(JSON.stringify([[...productAliases], [...supplierAliases]]))
    .digest('hex')
    .slice(0, 16);
}
