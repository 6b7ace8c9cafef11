import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import type { Access } from '../../permissions/access';
import type { WriteDeps } from '../../permissions/writeAccess';
import {
  evaluateAudited,
  listAuditItems,
  writeDiscrepancies,
} from '../../stores/audits/auditItems';
import type {
  AuditApplied,
  AuditDiscrepancy,
  StoredAuditItem,
} from '../../stores/audits/auditItemRow';
import { markAuditClosed } from '../../stores/audits/audits';
import type { ReadContext } from '../records/readContext';
import { applyObservations } from './applyObservations';
import { lockOpenAudit, requireAudit } from './requireAudit';

/** Who closes an audit, on the version they have seen. */
export interface AuditCloser {
  actor: string;
  at: Date;
  today: string;
  /** Throws unless it is based on this version. */
  checkVersion: (version: number) => void;
}

const EVERYTHING: Access = {
  records: { kind: 'all' },
  contracts: { kind: 'all' },
  costs: { kind: 'none' },
};
const ITEMS_AT_A_TIME = 1_000;

/**
 * Closes an audit and says how each thing differs from what is registered. It
 * never changes again.
 *
 * With `apply`, registered assets first get the place they were found at and
 * the day they were seen, as ordinary changes with history. Closing again
 * after a failure changes no record twice.
 *
 * Throws NotFoundError (404), ConflictError (409) for one that is closed, and
 * VersionMismatchError (412).
 */
export async function closeAudit(
  deps: WriteDeps & { knex: Knex; config: RegisterConfig },
  context: ReadContext,
  id: number,
  { apply }: { apply: boolean },
  by: AuditCloser,
): Promise<void> {
  const { knex } = deps;
  const audit = await requireAudit(knex, id);
  const items = await knex.transaction(async trx => {
    by.checkVersion((await lockOpenAudit(trx, id)).version);
    return await readAllItems(trx, id);
  });
  const applied = apply
    ? await applyObservations(deps, context, audit.name, items, by)
    : new Map<number, AuditApplied>();
  await knex.transaction(async trx => {
    const current = await lockOpenAudit(trx, id);
    by.checkVersion(current.version);
    await writeDiscrepancies(
      trx,
      (
        await readAllItems(trx, id)
      ).map(item => ({
        id: item.id,
        discrepancies: discrepanciesOf(item),
        applied: applied.get(item.id) ?? null,
      })),
    );
    await markAuditClosed(trx, current, by);
    await evaluateAudited(trx, id);
  });
}

/** All of them, whoever closes it: what is not told cannot be hidden either. */
async function readAllItems(
  trx: Knex.Transaction,
  auditId: number,
): Promise<StoredAuditItem[]> {
  const items: StoredAuditItem[] = [];
  for (;;) {
    const part = await listAuditItems(
      trx,
      { auditId, access: EVERYTHING, today: '' },
      { afterId: items.at(-1)?.id, limit: ITEMS_AT_A_TIME },
    );
    items.push(...part);
    if (part.length < ITEMS_AT_A_TIME) {
      return items;
    }
  }
}

function discrepanciesOf(item: StoredAuditItem): AuditDiscrepancy[] {
  switch (item.outcome) {
    case 'pending':
      return ['not-checked'];
    case 'not-found':
      return ['missing'];
    case 'unexpected':
      return ['unexpected'];
    default:
      return [
        ...(item.outcome === 'elsewhere' ? (['misplaced'] as const) : []),
        ...(item.foundHolder !== null && item.foundHolder !== item.holder
          ? (['wrong-holder'] as const)
          : []),
        ...(item.foundStatus !== null && item.foundStatus !== item.status
          ? (['wrong-status'] as const)
          : []),
      ];
  }
}
