import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { lockKeys } from '../../database/locks';
import type { StoredAudit } from '../../stores/audits/auditRow';
import { readAudit } from '../../stores/audits/audits';

/** Ids are 32-bit on both engines. */
const GREATEST_ID = 2_147_483_647;

/** The audit; throws NotFoundError when there is none with this id. */
export async function requireAudit(
  knex: Knex,
  id: number,
): Promise<StoredAudit> {
  const audit = id > GREATEST_ID ? undefined : await readAudit(knex, id);
  if (!audit) {
    throw new NotFoundError(`No audit ${id}`);
  }
  return audit;
}

/**
 * The audit, which nobody else changes until the transaction ends.
 *
 * Throws NotFoundError (404), and ConflictError (409) when it is closed.
 */
export async function lockOpenAudit(
  trx: Knex.Transaction,
  id: number,
): Promise<StoredAudit> {
  await lockKeys(trx, [`audit:${id}`]);
  const audit = await requireAudit(trx, id);
  if (audit.state === 'closed') {
    throw new ConflictError(`Audit ${id} is closed`);
  }
  return audit;
}
