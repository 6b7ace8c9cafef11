import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import {
  checkOutStock,
  ItamValidationError,
  type AssignmentInput,
  stockLevel,
  type StockHolding,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Holding } from '../../stores/holdings/holdingRow';
import { readOpenHoldings } from '../../stores/holdings/readHoldings';
import { beginHolding } from '../../stores/holdings/writeHoldings';
import { appendHistory } from '../../stores/records/appendHistory';
import { raiseVersion } from '../../stores/records/raiseVersion';
import type { StoredRecord } from '../../stores/records/storedRecord';
import {
  dayProblems,
  inputProblem,
  lineProblems,
} from '../records/inputProblems';
import { assetOf } from './assetStep';
import type { ChangeActor, OpenChange } from './changeRecords';

const HOLDER_KINDS: readonly string[] = ['user', 'group'];

/**
 * Hands out pieces of a stock, the same number to each holder.
 *
 * Throws ItamValidationError (400), and ConflictError (409) with the numbers
 * when there are not enough left.
 */
export async function handOutPieces(
  change: OpenChange,
  stored: StoredRecord,
  input: AssignmentInput,
  by: ChangeActor,
): Promise<void> {
  const { trx } = change;
  const { ref, spec } = assetOf(stored, 'are handed out');
  const { from = by.today, dueBack, quantity: count = 1, note } = input;
  const holders = input.to.map((text, index) =>
    readHolder(text, `to[${index}]`, stored.namespace),
  );
  const problems = [
    ...holders.flatMap(one => ('problem' in one ? [one.problem] : [])),
    ...dayProblems('from', from, { to: by.today }),
    ...dayProblems('dueBack', dueBack, { from }),
    ...lineProblems('note', note),
  ];
  if (problems.length > 0) {
    throw new ItamValidationError({ ref, problems });
  }
  let holdings = (await readOpenHoldings(trx, stored.id)).map(asStockHolding);
  const wanted = holders.length * count;
  const { total, left } = stockLevel(spec.quantity ?? 0, holdings);
  if (wanted > left) {
    throw new ConflictError(
      `${ref}: only ${left} of ${total} left, ${wanted} asked for`,
    );
  }
  const ids: number[] = [];
  for (const holder of holders) {
    if ('to' in holder) {
      const { to } = holder;
      const answer = checkOutStock(
        { quantity: spec.quantity ?? 0, holdings },
        { to, count, from },
      );
      if (!answer.ok) {
        throw new ItamValidationError({ ref, problems: answer.problems });
      }
      holdings = [...holdings, answer.holding];
      ids.push(
        await beginHolding(
          trx,
          stored.id,
          { to, quantity: count, from, dueBack, note: note?.trim() },
          { by: by.actor, at: by.at },
        ),
      );
    }
  }
  await raiseVersion(trx, stored.id, by.at);
  await appendHistory(trx, {
    ref,
    at: by.at,
    actor: by.actor,
    action: 'assigned',
    changes: ids.map(id => `holdings[${id}]`),
    revision: null,
    reason: note?.trim() || undefined,
  });
}

/** A holding as the rules of stocks see it. */
export function asStockHolding(holding: Holding): StockHolding {
  const { to, quantity, from, until } = holding;
  return { to, quantity, from, ...(until === null ? {} : { until }) };
}

/**
 * Reads a User or Group; a name alone is that of a user.
 */
export function readHolder(
  text: string,
  path: string,
  namespace: string,
): { to: string } | { problem: ValidationProblem } {
  try {
    const parsed = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: namespace,
    });
    if (HOLDER_KINDS.includes(parsed.kind.toLowerCase())) {
      return { to: stringifyEntityRef(parsed) };
    }
  } catch {
    // Told below, like a ref of another kind.
  }
  return {
    problem: inputProblem(path, 'ref-kind', 'a User or a Group', `'${text}'`),
  };
}
