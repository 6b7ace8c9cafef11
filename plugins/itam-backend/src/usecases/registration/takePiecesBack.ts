import { ConflictError } from '@backstage/errors';
import {
  checkInStock,
  ItamValidationError,
  type ReturnInput,
} from '@backstage-itam/plugin-itam-common';
import type { Holding } from '../../stores/holdings/holdingRow';
import { readOpenHoldings } from '../../stores/holdings/readHoldings';
import {
  endHolding,
  endHoldingInPart,
} from '../../stores/holdings/writeHoldings';
import { appendHistory } from '../../stores/records/appendHistory';
import { raiseVersion } from '../../stores/records/raiseVersion';
import type { StoredRecord } from '../../stores/records/storedRecord';
import {
  dayProblems,
  inputProblem,
  lineProblems,
} from '../records/inputProblems';
import type { ChangeActor, OpenChange } from './changeRecords';
import { asStockHolding, readHolder } from './handOutPieces';

/**
 * Takes pieces of a stock back: those of some holdings, or of some holders,
 * whose oldest pieces come back first. All they have, unless a number is given.
 *
 * Throws ItamValidationError (400), and ConflictError (409) for pieces that are
 * not out.
 */
export async function takePiecesBack(
  change: OpenChange,
  stored: StoredRecord,
  input: ReturnInput,
  by: ChangeActor,
): Promise<void> {
  const { trx } = change;
  const { ref } = stored.record;
  const { holders = [], ids = [], date = by.today, quantity, note } = input;
  const named = holders.map((text, index) =>
    readHolder(text, `holders[${index}]`, stored.namespace),
  );
  const problems = [
    ...named.flatMap(one => ('problem' in one ? [one.problem] : [])),
    ...(holders.length > 0 === ids.length > 0
      ? [inputProblem('holders', 'missing', 'either holders or ids')]
      : []),
    ...(input.to === undefined
      ? []
      : [inputProblem('to', 'no-status', 'nothing: pieces have no status')]),
    ...dayProblems('date', date, { to: by.today }),
    ...lineProblems('note', note),
  ];
  if (problems.length > 0) {
    throw new ItamValidationError({ ref, problems });
  }
  const open = await readOpenHoldings(trx, stored.id);
  const returned = new Map<number, number>();
  for (const id of new Set(ids)) {
    takeFrom(
      returned,
      ref,
      open.filter(one => one.id === id),
      { date, quantity },
    );
  }
  for (const to of new Set(named.flatMap(one => ('to' in one ? one.to : [])))) {
    takeFrom(
      returned,
      ref,
      open.filter(one => one.to === to),
      { date, quantity },
    );
  }
  const actor = { by: by.actor, at: by.at };
  for (const holding of open) {
    const count = returned.get(holding.id) ?? 0;
    if (count === holding.quantity) {
      await endHolding(trx, holding, date, actor);
    } else if (count > 0) {
      await endHoldingInPart(
        trx,
        holding,
        { quantity: count, until: date },
        actor,
      );
    }
  }
  await raiseVersion(trx, stored.id, by.at);
  await appendHistory(trx, {
    ref,
    at: by.at,
    actor: by.actor,
    action: 'returned',
    changes: [...returned.keys()].map(id => `holdings[${id}]`),
    revision: null,
    reason: note?.trim() || undefined,
  });
}

/** Notes how many pieces of each of one holder's holdings come back. */
function takeFrom(
  returned: Map<number, number>,
  ref: string,
  holdings: readonly Holding[],
  { date, quantity }: { date: string; quantity: number | undefined },
): void {
  const [first] = holdings;
  if (!first) {
    throw new ConflictError(`${ref}: these pieces are not out`);
  }
  const all = holdings.reduce((sum, one) => sum + one.quantity, 0);
  const answer = checkInStock(holdings.map(asStockHolding), {
    to: first.to,
    count: quantity ?? all,
    date,
  });
  if (!answer.ok) {
    throw new ConflictError(
      `${ref}: ${answer.problems.map(one => one.message).join('; ')}`,
    );
  }
  // The rules answer in the same order; a holding that came back in part is
  // two there, the part that ended first.
  let at = 0;
  for (const holding of holdings) {
    const after = answer.holdings[at];
    const ended = after.until === undefined ? 0 : after.quantity;
    at += ended > 0 && ended < holding.quantity ? 2 : 1;
    if (ended > 0) {
      returned.set(holding.id, (returned.get(holding.id) ?? 0) + ended);
    }
  }
}
