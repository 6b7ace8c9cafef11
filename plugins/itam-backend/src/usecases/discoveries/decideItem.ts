import { ConflictError } from '@backstage/errors';
import {
  ItamValidationError,
  normalisedProduct,
  normalisedSupplier,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { lockKeys, POLICY_LOCK } from '../../database/locks';
import { readCandidates } from '../../stores/discoveries/candidates';
import type { StoredItem } from '../../stores/discoveries/itemRow';
import { readSightedRecords } from '../../stores/discoveries/itemCounts';
import { writeItemDecision } from '../../stores/discoveries/items';
import { addPending } from '../../stores/policies/pendingEvaluations';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { evaluatePending } from '../policies/evaluatePending';
import { inputProblem, lineProblems } from '../records/inputProblems';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { itemRef, matchItems } from './matchItems';
import { requireItem } from './readDiscovery';

/** A decision waits for about so many changes; more stay pending. */
const CHANGES_AWAITED = 100;

/** A person's decision about a discovered product or supplier. */
export type ItemDecision =
  | { kind: 'map'; to: string }
  | { kind: 'dismiss'; reason: string }
  | { kind: 'reopen'; reason: string };

/** Who decides, on the version they have seen. */
export interface ItemDecider {
  actor: string;
  at: Date;
  /** Throws unless the decision is based on this version. */
  checkVersion: (version: number) => void;
}

/**
 * Keeps what a person decides about an item, for the lists that follow too,
 * and matches it accordingly.
 *
 * Throws ItamValidationError (400) for a product or supplier that the caller
 * does not find in the register, NotFoundError (404), ConflictError (409) for
 * taking back a decision nobody made, and VersionMismatchError (412).
 */
export async function decideItem(
  deps: ReadDeps,
  context: ReadContext,
  id: number,
  decision: ItemDecision,
  by: ItemDecider,
): Promise<void> {
  const text = decision.kind === 'map' ? decision.to : decision.reason;
  const field = decision.kind === 'map' ? 'to' : 'reason';
  const problems = lineProblems(field, text);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: itemRef(id), problems });
  }
  // What is mapped to may have been registered a moment ago.
  await evaluatePending({ database: deps.knex, config: deps.config }, by.at, {
    entries: CHANGES_AWAITED,
  });
  await deps.knex.transaction(async trx => {
    await lockKeys(trx, [POLICY_LOCK]);
    const item = await requireItem(trx, id);
    by.checkVersion(item.version);
    if (decision.kind === 'map') {
      await requireKnown(trx, context, item, decision.to.trim());
    }
    if (decision.kind === 'reopen' && item.decidedBy === null) {
      throw new ConflictError(`Nothing is decided about ${itemRef(id)}`);
    }
    await writeItemDecision(trx, item, {
      state: decision.kind === 'dismiss' ? 'dismissed' : 'unmatched',
      mappedTo: decision.kind === 'map' ? decision.to.trim() : null,
      reason: decision.kind === 'map' ? null : decision.reason.trim(),
      by: decision.kind === 'reopen' ? null : by.actor,
      at: by.at,
    });
    const { moved } = await matchItems(trx, deps.config, [id], by.at);
    const readers = new Set([
      ...moved,
      ...(await readSightedRecords(trx, [id])),
    ]);
    await addPending(
      trx,
      [...readers].map(ref => ({ kind: 'reader', ref })),
    );
  });
}

async function requireKnown(
  trx: Knex.Transaction,
  context: ReadContext,
  item: StoredItem,
  to: string,
): Promise<void> {
  const candidates = await readCandidates(trx, [
    item.kind === 'software'
      ? `product:${normalisedProduct(to)}`
      : `supplier:${normalisedSupplier(to)}`,
  ]);
  const readable = await readReadableRecords(
    trx,
    candidates
      .filter(({ vendor }) => item.kind === 'software' || vendor === to)
      .map(({ ref }) => ref),
    context.access,
    context.today,
  );
  if (readable.size === 0) {
    throw new ItamValidationError({
      ref: itemRef(item.id),
      problems: [
        inputProblem(
          'to',
          'unknown',
          item.kind === 'software'
            ? 'the product of a licence, or the title of a software record, that you may read'
            : 'the slug of a supplier that a record you may read names',
        ),
      ],
    });
  }
}
