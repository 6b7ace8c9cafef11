import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from '../../database/engine';
import type { SettingKey } from '../../database/settingKeys';
import { writeSetting } from './writeSetting';

/** Another process has begun the same work since. */
export class TurnOver extends Error {
  constructor() {
    super('Another process has begun the same work since');
    this.name = 'TurnOver';
  }
}

/** One run of work that one process does at a time. */
export interface Turn {
  key: SettingKey;
  ticket: string;
}

/**
 * Begins a run before it reads what it goes by. A process that was stopped
 * past its lock, and goes on while another one works, holds a turn that is
 * over, and what it has read may be over too.
 */
export async function beginTurn(
  database: Knex,
  key: SettingKey,
): Promise<Turn> {
  const ticket = randomUUID();
  await writeSetting(database, key, ticket);
  return { key, ticket };
}

/**
 * Has the transaction write only while the turn is the newest; the next one
 * begins when the transaction has ended.
 *
 * Throws {@link TurnOver} otherwise.
 */
export async function requireTurn(
  trx: Knex.Transaction,
  { key, ticket }: Turn,
): Promise<void> {
  const current = trx('settings').where({ key, value: ticket }).select('key');
  const rows: unknown[] = await (isPostgres(trx)
    ? current.forUpdate()
    : current);
  if (rows.length === 0) {
    throw new TurnOver();
  }
}
