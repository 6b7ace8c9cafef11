import type { Knex } from 'knex';
import { deleteImport } from '../../stores/imports/deleteImport';
import { WORKING_STATES } from '../../stores/imports/importLease';
import { readOwnImport, requireState } from './ownImport';

/** An upload that stopped half-way without being told apart sooner. */
const RECEIVING_MS = 24 * 60 * 60_000;

/**
 * Forgets an import and its rows; records stay as they are.
 *
 * Throws ImportNotFoundError (404), VersionMismatchError (412), and
 * ConflictError (409) while it is being written or undone.
 */
export async function forgetImport(
  knex: Knex,
  id: string,
  actor: string,
  checkVersion: (version: number) => void,
): Promise<void> {
  await knex.transaction(async trx => {
    // Locks the row: whoever changes it comes before or after.
    await trx('imports')
      .where({ id, created_by: actor })
      .update({ lease_token: trx.raw('lease_token + 0') });
    const stored = await readOwnImport(trx, id, actor);
    checkVersion(stored.version);
    requireState(
      stored,
      ['checking', 'checked', 'committed', 'undone', 'failed'],
      'it can be deleted',
    );
    // A worker that is on it finds its lease outdated, and nobody takes it.
    await trx('imports')
      .where('id', id)
      .update({
        state: 'receiving',
        lease_token: trx.raw('lease_token + 1'),
      });
  });
  await deleteImport(knex, id);
}

/** Forgets imports nobody has worked on for long, and broken uploads. */
export async function expireImports(
  deps: { database: Knex; keepMs: number },
  asOf: Date,
): Promise<{ expired: number }> {
  const { database, keepMs } = deps;
  const before = (ms: number) => new Date(asOf.getTime() - ms).toISOString();
  const rows: { id: string }[] = await database('imports')
    .where(old =>
      old
        .where('updated_at', '<', before(keepMs))
        .whereNotIn('state', [...WORKING_STATES]),
    )
    .orWhere(broken =>
      broken
        .where('state', 'receiving')
        .where('updated_at', '<', before(RECEIVING_MS)),
    )
    .select('id');
  for (const { id } of rows) {
    await deleteImport(database, id);
  }
  return { expired: rows.length };
}
