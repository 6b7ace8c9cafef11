import type { PartyState } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { settingKeys } from '../../database/settingKeys';
import { textList } from '../../database/idList';
import { readKnownRefs } from '../queries/knownRefs';
import { readSetting } from '../settings/readSetting';

/**
 * Whether these refs are, or were, in the catalog; undefined while the catalog
 * has never been read to its end.
 */
export async function readPartyStates(
  database: Knex,
  refs: readonly string[],
): Promise<((ref: string) => PartyState) | undefined> {
  if (
    (await readSetting(database, settingKeys.projectionSyncedAt)) === undefined
  ) {
    return undefined;
  }
  const present = await readKnownRefs(database, refs);
  const rows: { ref: string }[] = await database('departed_parties')
    .whereIn('ref', textList(database, refs))
    .select('ref');
  const left = new Set(rows.map(row => row.ref));
  return ref => {
    if (present.has(ref)) {
      return 'present';
    }
    return left.has(ref) ? 'left' : 'absent';
  };
}
