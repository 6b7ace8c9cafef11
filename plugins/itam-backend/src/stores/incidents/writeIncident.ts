import type { Knex } from 'knex';

/**
 * A declaration that was refused, or a ref that was claimed twice.
 */
export interface Incident {
  kind: 'error' | 'conflict';
  /** Who met it. */
  source: 'catalog' | 'register';
  ref: string;
  location: string | null;
  /** Every problem, one per line; never a value from `spec.financials`. */
  message: string;
  /** Who has what was claimed. */
  holder: string | null;
  claimant: string | null;
  /** ISO instant. */
  at: string;
}

/**
 * Writes an incident in place of an earlier one of the same ref, kind and
 * source.
 */
export async function writeIncident(
  database: Knex,
  incident: Incident,
): Promise<void> {
  await database('incidents')
    .insert(incident)
    .onConflict(['kind', 'source', 'ref'])
    .merge();
}
