import {
  compareSpend,
  evaluateDiscovery,
  normalisedProduct,
  normalisedSupplier,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { BackgroundPace } from '../../database/BackgroundPace';
import { POLICY_LOCK } from '../../database/locks';
import {
  readCandidates,
  type Candidate,
} from '../../stores/discoveries/candidates';
import {
  countItems,
  readSightedRecords,
  type ItemCounts,
} from '../../stores/discoveries/itemCounts';
import type { MatchedBy, StoredItem } from '../../stores/discoveries/itemRow';
import {
  findItemIds,
  readItemIds,
  readItems,
  writeItemMatch,
} from '../../stores/discoveries/items';
import {
  readSpendBesideCharges,
  type SpendBesideCharges,
} from '../../stores/discoveries/spendBesideCharges';
import { syncFindings } from '../../stores/findings/syncFindings';
import { addReaders } from '../../stores/policies/pendingEvaluations';

/** What discovered items are matched with. */
export type MatchConfig = Pick<RegisterConfig, 'discovery' | 'policies'>;

/** Records whose findings may be others now, by ref. */
export interface MatchEffects {
  /** Devices, and licences, of items that are now matched otherwise. */
  moved: string[];
  /** Licences of all the items, whose consumption what was found is part of. */
  licenses: string[];
}

type Match = Pick<StoredItem, 'state' | 'matchedBy' | 'matches'>;

/** Items that are matched in one transaction: at first, and at most. */
const SLICE = { first: 20, atMost: 200 };

/**
 * Matches items against the register by these rules, and writes their
 * findings:
 *
 * - A name stands for the product or supplier a person mapped it to; else for
 *   the one it is configured as another name of; else for itself.
 * - A product is that of the live licences, or the title of the live software
 *   assets, whose normalised name is the same. Where list and record both name
 *   a publisher, those have to be the same, too. Publishers that differ among
 *   what is left make it ambiguous.
 * - A supplier is that of live records whose normalised slug is the same.
 *   Several slugs make it ambiguous. What is spent with it is set beside what
 *   its records are invoiced for in the same months.
 *
 * Returns what is to be evaluated for it.
 */
export async function matchItems(
  trx: Knex.Transaction,
  config: MatchConfig,
  ids: readonly number[],
  asOf: Date,
): Promise<MatchEffects> {
  const items = await readItems(trx, ids);
  const named = items.map(item => ({ item, ...standsFor(item, config) }));
  const candidates = await readCandidates(trx, [
    ...new Set(named.map(({ key }) => key)),
  ]);
  const byKey = new Map<string, Candidate[]>();
  for (const one of candidates) {
    byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  }
  const counts = await countItems(trx, ids);
  const matched = named.map(({ item, key, by }) => {
    const found = byKey.get(key) ?? [];
    const match = item.state === 'dismissed' ? item : matchOf(item, by, found);
    return { item, found, match };
  });
  const money = await readSpendBesideCharges(
    trx,
    matched.map(({ item: { id, kind }, match: { state, matches } }) => ({
      id,
      kind,
      state,
      matches,
    })),
  );
  const moved: number[] = [];
  const movedLicenses: string[] = [];
  const subjects = [];
  for (const { item, found, match } of matched) {
    if (
      match.state !== item.state ||
      match.matchedBy !== item.matchedBy ||
      JSON.stringify(match.matches) !== JSON.stringify(item.matches)
    ) {
      await writeItemMatch(trx, item.id, match);
      moved.push(item.id);
      movedLicenses.push(...licensesOf(item), ...licensesOf(match));
    }
    const ref = itemRef(item.id);
    subjects.push({
      ref,
      recordId: null,
      itemId: item.id,
      findings: evaluateDiscovery(
        ref,
        discovered(item, match, {
          counts: counts(item.id),
          money: money(item.id),
          candidates: found,
        }),
        config.policies.settings,
      ),
    });
  }
  await syncFindings(trx, subjects, asOf);
  return {
    moved: [
      ...new Set([...(await readSightedRecords(trx, moved)), ...movedLicenses]),
    ],
    licenses: [...new Set(matched.flatMap(({ match }) => licensesOf(match)))],
  };
}

/** Matches the items that stand for one of these normalised names. */
export async function matchItemsNamed(
  trx: Knex.Transaction,
  config: MatchConfig,
  names: { products: readonly string[]; suppliers: readonly string[] },
  asOf: Date,
): Promise<MatchEffects> {
  const { productAliases, supplierAliases } = config.discovery;
  const ids = [
    ...(await findItemIds(
      trx,
      'software',
      withAliases(names.products, productAliases),
    )),
    ...(await findItemIds(
      trx,
      'spend',
      withAliases(names.suppliers, supplierAliases),
    )),
  ];
  return ids.length === 0
    ? { moved: [], licenses: [] }
    : await matchItems(trx, config, ids, asOf);
}

/** Matches all items, in short transactions that leave room for others. */
export async function matchAllItems(
  database: Knex,
  config: MatchConfig,
  asOf: Date,
  signal?: AbortSignal,
): Promise<void> {
  const pace = new BackgroundPace(SLICE);
  let last = 0;
  while (!signal?.aborted) {
    const ids = await readItemIds(database, last, pace.items);
    if (ids.length === 0) {
      return;
    }
    last = ids[ids.length - 1];
    await pace.transaction(database, [POLICY_LOCK], async trx => {
      const { moved } = await matchItems(trx, config, ids, asOf);
      await addReaders(trx, moved);
    });
  }
}

/** How findings name an item. */
export function itemRef(id: number): string {
  return `discovery:${id}`;
}

function standsFor(
  item: StoredItem,
  { discovery }: MatchConfig,
): { key: string; by: MatchedBy } {
  const [prefix, normalise, aliases] =
    item.kind === 'software'
      ? (['product:', normalisedProduct, discovery.productAliases] as const)
      : (['supplier:', normalisedSupplier, discovery.supplierAliases] as const);
  if (item.mappedTo !== null) {
    return { key: `${prefix}${normalise(item.mappedTo)}`, by: 'person' };
  }
  const alias = aliases.get(item.key);
  return alias === undefined
    ? { key: `${prefix}${item.key}`, by: 'name' }
    : { key: `${prefix}${alias}`, by: 'alias' };
}

/** Names, and other names of them, normalised. */
export function withAliases(
  names: readonly string[],
  aliases: ReadonlyMap<string, string>,
): string[] {
  const wanted = new Set(names);
  return [
    ...names,
    ...[...aliases].filter(([, of]) => wanted.has(of)).map(([alias]) => alias),
  ];
}

function matchOf(
  item: StoredItem,
  by: MatchedBy,
  candidates: readonly Candidate[],
): Match {
  if (item.kind === 'spend') {
    const slugs = [
      ...new Set(candidates.flatMap(({ vendor }) => vendor ?? [])),
    ].filter(slug => item.mappedTo === null || slug === item.mappedTo);
    return stateOf(slugs, slugs.length, by);
  }
  // A person has said which product it is, whoever the list says publishes it.
  const publisher =
    item.mappedTo === null ? normalisedSupplier(item.publisher ?? '') : '';
  const fitting = candidates.filter(
    one =>
      publisher === '' ||
      one.publisher === null ||
      normalisedSupplier(one.publisher) === publisher,
  );
  const publishers = new Set(
    fitting.flatMap(one =>
      one.publisher === null ? [] : [normalisedSupplier(one.publisher)],
    ),
  );
  return stateOf(
    fitting.map(({ ref }) => ref),
    fitting.length === 0 ? 0 : Math.max(publishers.size, 1),
    by,
  );
}

/** @param different - How many products or suppliers the matches are of */
function stateOf(matches: string[], different: number, by: MatchedBy): Match {
  if (different === 0) {
    return { state: 'unmatched', matchedBy: null, matches: [] };
  }
  return different === 1
    ? { state: 'matched', matchedBy: by, matches }
    : { state: 'ambiguous', matchedBy: null, matches };
}

/** Of software; what spend is matched to are slugs. */
function licensesOf({ matches }: Match): string[] {
  return matches.filter(ref => ref.startsWith('license:'));
}

function discovered(
  { kind, name }: StoredItem,
  { state, matches }: Match,
  known: {
    counts: ItemCounts;
    money: SpendBesideCharges;
    candidates: readonly Candidate[];
  },
) {
  const { counts, money, candidates } = known;
  return kind === 'software'
    ? {
        kind,
        name,
        state,
        devices: counts.devices,
        users: counts.users,
        services: counts.services,
      }
    : {
        kind,
        name,
        state,
        lines: counts.lines,
        hasAgreement: candidates.some(
          one =>
            (one.kind === 'Contract' || one.kind === 'License') &&
            one.vendor !== null &&
            matches.includes(one.vendor),
        ),
        compared: compareSpend(money.spent, money.charged),
      };
}
