import type { Knex } from 'knex';
import { BackgroundPace } from '../../database/BackgroundPace';
import { POLICY_LOCK } from '../../database/locks';
import { relinkDevices } from '../../stores/discoveries/deviceLinks';
import { readLicensesFoundOn } from '../../stores/discoveries/foundLicenses';
import {
  addPending,
  addReaders,
  isAnyPending,
  readersAfter,
  readPending,
  removePending,
  restOfReaders,
  type PendingEvaluation,
} from '../../stores/policies/pendingEvaluations';
import { readersOf } from '../../stores/policies/policyKeys';
import { servicesNaming } from '../../stores/software/productComponents';
import { evaluateServices } from '../software/evaluateServices';
import { matchItemsNamed, withAliases } from '../discoveries/matchItems';
import { evaluateRecords, type PolicyConfig } from './evaluateRecords';
import type { RegisterConfig } from '../../config';
import { discoveryKeysOf, nodeKey } from './policyKeysOf';

/** Entries that are worked on in one transaction: at first, and at most. */
const SLICE = { first: 20, atMost: 200 };
/** Readers of one key that are noted in one transaction. */
const READERS_PER_KEY = 200;

/** What pending evaluations are worked on with. */
export interface EvaluationDeps {
  database: Knex;
  config: PolicyConfig & Pick<RegisterConfig, 'discovery'>;
}

/**
 * Evaluates what changed since it was last called, and what depends on that,
 * in short transactions that leave room for others. A change is seen once it
 * is committed, since it is noted in the transaction that makes it.
 *
 * Stops after about `entries`, without rests since somebody waits, or when the
 * signal says so; what is left stays pending. Returns how many records were
 * evaluated.
 */
export async function evaluatePending(
  deps: EvaluationDeps,
  asOf: Date,
  options: { entries?: number; signal?: AbortSignal } = {},
): Promise<number> {
  const { entries = Number.POSITIVE_INFINITY, signal } = options;
  const pace = new BackgroundPace({
    ...SLICE,
    rests: options.entries === undefined,
  });
  let records = 0;
  let left = entries;
  // A look without a lock, as there mostly is nothing.
  while (left > 0 && !signal?.aborted && (await isAnyPending(deps.database))) {
    const limit = Math.min(pace.items, left);
    left -= limit;
    records += await pace.transaction(
      deps.database,
      [POLICY_LOCK],
      async trx => await evaluateSlice(trx, deps.config, asOf, limit),
    );
  }
  return records;
}

async function evaluateSlice(
  trx: Knex.Transaction,
  config: EvaluationDeps['config'],
  asOf: Date,
  limit: number,
): Promise<number> {
  const { ids, entries } = await readPending(trx, limit);
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
  const dependents = await readersOf(
    trx,
    [
      ...[...given, ...refsOf(entries, 'node').map(nodeKey)].map(key => ({
        key,
        recordId: 0,
      })),
      ...refsOf(entries, 'readers').map(readersAfter),
    ],
    READERS_PER_KEY,
  );
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
  await removePending(trx, ids);
  await addReaders(trx, [
    ...new Set([
      ...dependents.refs.filter(
        ref => !evaluated.has(ref) && !readers.evaluated.has(ref),
      ),
      ...relinked.filter(ref => !evaluated.has(ref)),
      ...moved,
      // Which metric counts what was found hangs on all licences of a product.
      ...licenses,
      ...(await readLicensesFoundOn(trx, changed)),
    ]),
  ]);
  await addPending(
    trx,
    dependents.rest.map(after => ({
      kind: 'readers',
      ref: restOfReaders(after),
    })),
  );
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
