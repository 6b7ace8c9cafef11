import type { Knex } from 'knex';
import { lockKeys, POLICY_LOCK } from '../../database/locks';
import { relinkDevices } from '../../stores/discoveries/deviceLinks';
import { readLicensesFoundOn } from '../../stores/discoveries/foundLicenses';
import {
  addPending,
  readPending,
  removePending,
  type PendingEvaluation,
} from '../../stores/policies/pendingEvaluations';
import { readersOf } from '../../stores/policies/policyKeys';
import { servicesNaming } from '../../stores/software/productComponents';
import { evaluateServices } from '../software/evaluateServices';
import { matchItemsNamed, withAliases } from '../discoveries/matchItems';
import { evaluateRecords, type PolicyConfig } from './evaluateRecords';
import type { RegisterConfig } from '../../config';
import { discoveryKeysOf, nodeKey } from './policyKeysOf';

/** Entries that are worked on in one transaction. */
const ENTRIES_PER_BATCH = 100;

/** What pending evaluations are worked on with. */
export interface EvaluationDeps {
  database: Knex;
  config: PolicyConfig & Pick<RegisterConfig, 'discovery'>;
}

/**
 * Evaluates what changed since it was last called, and what depends on that,
 * in small transactions. A change is seen once it is committed, since it is
 * noted in the transaction that makes it.
 *
 * Stops after `batches`, or when the signal says so; what is left stays
 * pending. Returns how many records were evaluated.
 */
export async function evaluatePending(
  deps: EvaluationDeps,
  asOf: Date,
  options: { batches?: number; signal?: AbortSignal } = {},
): Promise<number> {
  const { batches = Number.POSITIVE_INFINITY, signal } = options;
  let records = 0;
  for (let done = 0; done < batches && !signal?.aborted; done += 1) {
    // A look without a lock, as there mostly is nothing.
    if ((await readPending(deps.database, 1)).ids.length === 0) {
      break;
    }
    records += await deps.database.transaction(
      async trx => await evaluateBatch(trx, deps.config, asOf),
    );
  }
  return records;
}

async function evaluateBatch(
  trx: Knex.Transaction,
  config: EvaluationDeps['config'],
  asOf: Date,
): Promise<number> {
  await lockKeys(trx, [POLICY_LOCK]);
  const { ids, entries } = await readPending(trx, ENTRIES_PER_BATCH);
  const changed = refsOf(entries, 'record');
  const relinked = await relinkDevices(trx, changed);
  const { evaluated, given } = await evaluateRecords(
    trx,
    config,
    changed,
    asOf,
  );
  const alone = refsOf(entries, 'reader').filter(ref => !evaluated.has(ref));
  const readers = await evaluateRecords(trx, config, alone, asOf);
  const dependents = await readersOf(trx, [
    ...given,
    ...refsOf(entries, 'node').map(nodeKey),
  ]);
  const names = discoveryKeysOf(given);
  await evaluateServices(
    trx,
    config,
    [
      ...new Set([
        ...refsOf(entries, 'node'),
        // A component is a product once the register has one of its name.
        ...(await servicesNaming(
          trx,
          withAliases(names.products, config.discovery.productAliases),
        )),
      ]),
    ],
    asOf,
  );
  const { moved, licenses } = await matchItemsNamed(trx, config, names, asOf);
  const next = new Set([
    ...dependents.filter(
      ref => !evaluated.has(ref) && !readers.evaluated.has(ref),
    ),
    ...relinked.filter(ref => !evaluated.has(ref)),
    ...moved,
    // Which metric counts what was found hangs on all licences of a product.
    ...licenses,
    ...(await readLicensesFoundOn(trx, changed)),
  ]);
  await addPending(
    trx,
    [...next].map((ref): PendingEvaluation => ({ kind: 'reader', ref })),
  );
  await removePending(trx, ids);
  return evaluated.size + readers.evaluated.size;
}

function refsOf(
  entries: readonly PendingEvaluation[],
  kind: PendingEvaluation['kind'],
): string[] {
  return [
    ...new Set(
      entries.filter(entry => entry.kind === kind).map(({ ref }) => ref),
    ),
  ];
}
