import { addDays, type AssetSpec } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readLastHeldOn, readOpenHoldings } from './readHoldings';
import type { Holding } from './holdingRow';
import { beginHolding, endHolding, type HoldingActor } from './writeHoldings';

/** How the holder of an asset changes. */
export interface HolderChange extends HoldingActor {
  /** First day with the new holder, ISO calendar date. */
  from: string;
  /** Last day of a loan. */
  dueBack?: string;
  note?: string;
}

/**
 * Whether a record stands for pieces that are handed out by number.
 */
export function isStock(spec: Pick<AssetSpec, 'quantity'>): boolean {
  return spec.quantity !== undefined && spec.quantity !== 1;
}

/**
 * Brings who holds an asset in line with its assignee: ends what others hold,
 * and begins a holding where the assignee has none. Pieces of a stock are
 * handed out one by one; its assignee only looks after it.
 */
export async function followAssignee(
  trx: Knex.Transaction,
  { id, spec }: { id: number; spec: Pick<AssetSpec, 'assignee' | 'quantity'> },
  change: HolderChange,
): Promise<void> {
  if (isStock(spec)) {
    return;
  }
  const { assignee } = spec;
  const { dueBack, note } = change;
  const open = await readOpenHoldings(trx, id);
  if (assignee === undefined ? open.length === 0 : isHeldBy(open, assignee)) {
    return;
  }
  // Nobody has it while another one still had it.
  const lastHeldOn = await readLastHeldOn(trx, id);
  const from =
    lastHeldOn !== null && lastHeldOn > change.from ? lastHeldOn : change.from;
  // What is given back was held on that day; what is handed over was not.
  const until = assignee === undefined ? from : addDays(from, -1);
  for (const holding of open) {
    if (holding.to !== assignee) {
      await endHolding(trx, holding, until, change);
    }
  }
  if (assignee !== undefined && !open.some(({ to }) => to === assignee)) {
    await beginHolding(
      trx,
      id,
      { to: assignee, quantity: 1, from, dueBack, note },
      change,
    );
  }
}

function isHeldBy(open: readonly Holding[], assignee: string): boolean {
  return open.length > 0 && open.every(({ to }) => to === assignee);
}
