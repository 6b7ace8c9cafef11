import type { DiscoveryState } from '@backstage-itam/plugin-itam-common';
import { integerFromRow } from '../../database/bigints';
import { textsOf } from '../policies/discoveryFacts';

/** What discovery lists are of. */
export type DiscoveryKind = 'software' | 'spend';

/** Why an item is matched: by its name, another name of it, or a person. */
export type MatchedBy = 'name' | 'alias' | 'person';

/** A product or supplier that discovery lists name. */
export interface StoredItem {
  id: number;
  kind: DiscoveryKind;
  /** The name, normalised. */
  key: string;
  /** The name as first listed. */
  name: string;
  /** As first listed; null where none was. */
  publisher: string | null;
  state: DiscoveryState;
  matchedBy: MatchedBy | null;
  /** Refs of licences and software records, or slugs of suppliers. */
  matches: string[];
  /** Product or supplier that a person mapped it to. */
  mappedTo: string | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  /** ISO calendar dates. */
  firstSeen: string;
  lastSeen: string;
  version: number;
}

/** A row of `discovered_items` as {@link itemColumns} selects it. */
export interface ItemRow {
  id: unknown;
  kind: string;
  key: string;
  name: string;
  publisher: string | null;
  state: string;
  matched_by: string | null;
  matches: string;
  mapped_to: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
  first_seen: string;
  last_seen: string;
  version: unknown;
}

/** Names of the columns of {@link ItemRow}, qualified. */
export const itemColumns = [
  'id',
  'kind',
  'key',
  'name',
  'publisher',
  'state',
  'matched_by',
  'matches',
  'mapped_to',
  'reason',
  'decided_by',
  'decided_at',
  'first_seen',
  'last_seen',
  'version',
].map(column => `discovered_items.${column}`);

const STATES: readonly DiscoveryState[] = [
  'matched',
  'unmatched',
  'ambiguous',
  'dismissed',
];
const MATCHED_BY: readonly MatchedBy[] = ['name', 'alias', 'person'];

/** Throws when the row holds a state there is not. */
export function itemFromRow(row: ItemRow): StoredItem {
  const state = STATES.find(known => known === row.state);
  if (!state) {
    throw new Error('A discovered item of unknown state is stored');
  }
  return {
    id: integerFromRow(row.id),
    kind: row.kind === 'spend' ? 'spend' : 'software',
    key: row.key,
    name: row.name,
    publisher: row.publisher,
    state,
    matchedBy: MATCHED_BY.find(known => known === row.matched_by) ?? null,
    matches: textsOf(row.matches),
    mappedTo: row.mapped_to,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    version: integerFromRow(row.version),
  };
}
