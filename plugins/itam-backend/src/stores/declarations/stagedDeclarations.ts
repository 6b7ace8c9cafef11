import type { Knex } from 'knex';

/** Revisions of one ref that may wait for the catalog at once. */
const REVISIONS_PER_REF = 20;

/**
 * A declaration that waits for the catalog to confirm it.
 */
export interface StagedDeclaration {
  ref: string;
  revision: string;
  /** The declared part of the entity as JSON, financials included. */
  payload: string;
  location: string | null;
  /** ISO instant. */
  stagedAt: string;
}

interface Row {
  ref: string;
  revision: string;
  payload: string;
  location: string | null;
  staged_at: string;
}

/**
 * Stages a declaration; one that waits already starts waiting anew. Of many
 * revisions of a ref the oldest go.
 */
export async function stage(
  trx: Knex.Transaction,
  declaration: StagedDeclaration,
): Promise<void> {
  await trx('declarations')
    .insert({
      ref: declaration.ref,
      revision: declaration.revision,
      payload: declaration.payload,
      location: declaration.location,
      staged_at: declaration.stagedAt,
    })
    .onConflict(['ref', 'revision'])
    .merge(['payload', 'location', 'staged_at']);
  const surplus: { revision: string }[] = await trx('declarations')
    .where('ref', declaration.ref)
    .whereNot('revision', declaration.revision)
    .orderBy([
      { column: 'staged_at', order: 'desc' },
      { column: 'revision', order: 'desc' },
    ])
    .offset(REVISIONS_PER_REF - 1)
    .limit(REVISIONS_PER_REF)
    .select('revision');
  if (surplus.length > 0) {
    await trx('declarations')
      .where('ref', declaration.ref)
      .whereIn(
        'revision',
        surplus.map(row => row.revision),
      )
      .delete();
  }
}

/**
 * The revisions that wait, of the refs after the given one, in ref order.
 */
export async function stagedRefsAfter(
  database: Knex,
  ref: string,
  limit: number,
): Promise<Map<string, Set<string>>> {
  const rows: { ref: string; revision: string }[] = await database(
    'declarations',
  )
    .whereIn(
      'ref',
      database('declarations')
        .where('ref', '>', ref)
        .groupBy('ref')
        .orderBy('ref')
        .limit(limit)
        .select('ref'),
    )
    .orderBy(['ref', 'revision'])
    .select('ref', 'revision');
  const staged = new Map<string, Set<string>>();
  for (const row of rows) {
    const revisions = staged.get(row.ref) ?? new Set();
    revisions.add(row.revision);
    staged.set(row.ref, revisions);
  }
  return staged;
}

/**
 * One staged declaration; undefined when it is gone.
 */
export async function readStaged(
  database: Knex,
  ref: string,
  revision: string,
): Promise<StagedDeclaration | undefined> {
  const row = await database<Row>('declarations')
    .where({ ref, revision })
    .first();
  return row
    ? {
        ref: row.ref,
        revision: row.revision,
        payload: row.payload,
        location: row.location,
        stagedAt: row.staged_at,
      }
    : undefined;
}

/**
 * Forgets what the catalog has not confirmed since the given instant.
 */
export async function expireStaged(
  database: Knex,
  before: Date,
): Promise<number> {
  return await database('declarations')
    .where('staged_at', '<', before.toISOString())
    .delete();
}
