import type { Knex } from 'knex';

/**
 * Runs reads at once, or one after the other within a transaction: its one
 * connection takes no second statement while it works on a first.
 *
 * `const run = inTurn(knex); await Promise.all([run(readA), run(readB)])`
 */
export function inTurn(
  database: Knex,
): <T>(read: () => Promise<T>) => Promise<T> {
  if (!database.isTransaction) {
    return read => read();
  }
  let last: Promise<unknown> = Promise.resolve();
  return read => {
    const next = last.then(read);
    last = next;
    return next;
  };
}
