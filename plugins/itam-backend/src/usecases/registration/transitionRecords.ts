import { isError } from '@backstage/errors';
import {
  RecordNotFoundError,
  type BulkAnswer,
  type TransitionInput,
} from '@backstage-itam/plugin-itam-common';
import type { Access } from '../../permissions/access';
import { refusalOf, type RecordRight } from '../../permissions/writeAccess';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import {
  changeRecords,
  UncomputableRecords,
  type ChangeActor,
  type ChangeDeps,
  type OpenChange,
} from './changeRecords';
import { lockRegistered } from './registeredRecord';
import { takeStep } from './transitionRecord';

/** Errors that say something about one record, not about the register. */
const PUBLIC_NAMES: readonly string[] = [
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
];

/** What the caller may do with the records of a bulk change. */
export interface BulkChanger {
  access: Access;
  /** Of those they may read only. */
  rights: ReadonlyMap<string, ReadonlySet<RecordRight>>;
  /** Refs of those whose money they may see. */
  priced: ReadonlySet<string>;
}

/** Gives a bulk change up, which is to succeed as a whole. */
class NotAll extends Error {
  constructor(readonly failures: ReadonlyMap<string, string>) {
    super('Not all records can take the step');
    this.name = 'NotAll';
  }
}

const NOT_DONE = 'Not done, as others failed';

/**
 * The same step for many assets, in one transaction, so that a repeated
 * request has no second effect. Each asset that fails is reported and left as
 * it was; with `allOrNothing` then all are.
 *
 * Throws IdempotencyKeyReusedError (422).
 */
export async function transitionRecords(
  deps: ChangeDeps,
  refs: readonly string[],
  step: TransitionInput & { allOrNothing?: boolean },
  by: ChangeActor,
  changer: BulkChanger,
  repeatable: RepeatableRequest | undefined,
): Promise<Answer> {
  const { allOrNothing = false, ...single } = step;
  // Found out late: their costs could not be computed after the step.
  const refused = new Map<string, string>();
  for (;;) {
    try {
      return await changeRecords(deps, by, change =>
        answerOnce(change.trx, repeatable, async () => {
          const outcome = await takeSteps(
            change,
            refs,
            single,
            by,
            changer,
            refused,
          );
          if (allOrNothing && outcome.failed > 0) {
            throw new NotAll(failuresOf(outcome));
          }
          return { status: 200, text: JSON.stringify(outcome) };
        }),
      );
    } catch (error) {
      if (error instanceof UncomputableRecords) {
        error.refs.forEach(ref => refused.set(ref, error.message));
      } else if (error instanceof NotAll) {
        return {
          status: 200,
          text: JSON.stringify(nothingDone(refs, error.failures)),
        };
      } else {
        throw error;
      }
    }
  }
}

async function takeSteps(
  change: OpenChange,
  refs: readonly string[],
  step: TransitionInput,
  by: ChangeActor,
  changer: BulkChanger,
  refused: ReadonlyMap<string, string>,
): Promise<BulkAnswer> {
  const items: BulkAnswer['items'] = [];
  for (const ref of refs) {
    const late = refused.get(ref);
    items.push(
      late === undefined
        ? await stepOrFailure(change, ref, step, by, changer)
        : { ref, ok: false, error: late },
    );
  }
  return counted(items);
}

async function stepOrFailure(
  change: OpenChange,
  ref: string,
  step: TransitionInput,
  by: ChangeActor,
  { access, rights: allRights, priced }: BulkChanger,
): Promise<BulkAnswer['items'][number]> {
  try {
    const rights = allRights.get(ref);
    if (!rights) {
      throw new RecordNotFoundError({ ref });
    }
    if (!rights.has('transition')) {
      throw refusalOf(ref, 'transition');
    }
    // All checks come before the first write of a record, so that a failure
    // leaves nothing behind.
    const stored = await lockRegistered(change, ref, () => {});
    await takeStep(change, stored, step, by, {
      access,
      rights,
      costVisible: priced.has(ref),
    });
    return { ref, ok: true, version: stored.version + 1 };
  } catch (error) {
    if (isError(error) && PUBLIC_NAMES.includes(error.name)) {
      return { ref, ok: false, error: error.message };
    }
    throw error;
  }
}

function failuresOf({ items }: BulkAnswer): Map<string, string> {
  return new Map(
    items.flatMap(({ ref, error }): [string, string][] =>
      error === undefined ? [] : [[ref, error]],
    ),
  );
}

function nothingDone(
  refs: readonly string[],
  failures: ReadonlyMap<string, string>,
): BulkAnswer {
  return counted(
    refs.map(ref => ({
      ref,
      ok: false,
      error: failures.get(ref) ?? NOT_DONE,
    })),
  );
}

function counted(items: BulkAnswer['items']): BulkAnswer {
  const done = items.filter(({ ok }) => ok).length;
  return { done, failed: items.length - done, items };
}
