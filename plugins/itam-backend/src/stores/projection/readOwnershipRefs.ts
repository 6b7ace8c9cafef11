import type { Knex } from 'knex';

/**
 * A user of the catalog with the groups they are a direct member of now; empty
 * for one the catalog does not have.
 */
export async function readOwnershipRefs(
  knex: Knex,
  userRef: string,
): Promise<string[]> {
  const known: unknown[] = await knex('nodes').where('ref', userRef).limit(1);
  if (known.length === 0) {
    return [];
  }
  const groups: { group_ref: string }[] = await knex('memberships')
    .where('user_ref', userRef)
    .orderBy('group_ref')
    .select('group_ref');
  return [userRef, ...groups.map(row => row.group_ref)];
}
