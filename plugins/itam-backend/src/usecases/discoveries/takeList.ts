import {
  type DiscoveryAnswer,
  type DiscoveryState,
  type SoftwareList,
  type SpendList,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { lockKeys, POLICY_LOCK } from '../../database/locks';
import { readDevices } from '../../stores/discoveries/deviceLinks';
import { readItems, upsertItem } from '../../stores/discoveries/items';
import type { DiscoveryKind } from '../../stores/discoveries/itemRow';
import {
  writeSightings,
  type ListCounts,
  type Sighting,
} from '../../stores/discoveries/sightings';
import { writeSpendLines } from '../../stores/discoveries/spendLines';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import { addPending } from '../../stores/policies/pendingEvaluations';
import {
  evaluatePending,
  type EvaluationDeps,
} from '../policies/evaluatePending';
import { matchItems } from './matchItems';
import { newSoftware, type FoundSoftware } from './newSoftware';
import { newSpend, type FoundSpend } from './newSpend';

/** A list waits for about so many changes; what is later follows. */
const CHANGES_AWAITED = 200;
const STATES: readonly DiscoveryState[] = [
  'matched',
  'unmatched',
  'ambiguous',
  'dismissed',
];

/** What lists are taken with. */
export interface ListDeps {
  knex: Knex;
  config: EvaluationDeps['config'];
}

/**
 * Takes a list of software that a tool found, and matches it.
 *
 * Throws ItamValidationError, and IdempotencyKeyReusedError.
 */
export async function takeSoftware(
  deps: ListDeps,
  list: SoftwareList,
  by: { at: Date; today: string },
  repeatable: RepeatableRequest | undefined,
): Promise<Answer> {
  const found = newSoftware(list, by.today);
  await followRecords(deps, by.at);
  return await deps.knex.transaction(async trx => {
    await lockKeys(trx, [POLICY_LOCK]);
    return await answerOnce(trx, repeatable, async () => {
      const ids = await writeItems(trx, 'software', found);
      const devices = await readDevices(trx, [
        ...new Set(found.map(({ device }) => device)),
      ]);
      const { written, ...counts } = await writeSightings(
        trx,
        found.map(
          (one): Sighting => ({
            itemId: idIn(ids, one),
            device: one.device,
            userRef: one.userRef,
            recordId: devices.get(one.device)?.id ?? null,
            serviceRef: '',
            name: one.name,
            lastSeen: one.lastSeen,
            source: list.source.trim(),
          }),
        ),
      );
      const seenOn = written.flatMap(
        ({ device }) => devices.get(device)?.ref ?? [],
      );
      return await answer(deps, trx, [...ids.values()], {
        counts,
        seenOn,
        at: by.at,
      });
    });
  });
}

/**
 * Takes a list of money spent, and matches its suppliers. Throws as
 * {@link takeSoftware}.
 */
export async function takeSpend(
  deps: ListDeps,
  list: SpendList,
  by: { at: Date; today: string },
  repeatable: RepeatableRequest | undefined,
): Promise<Answer> {
  const found = newSpend(list, by.today);
  await followRecords(deps, by.at);
  return await deps.knex.transaction(async trx => {
    await lockKeys(trx, [POLICY_LOCK]);
    return await answerOnce(trx, repeatable, async () => {
      const entries = found.map(one => ({
        ...one,
        publisher: null,
        publisherKey: '',
        lastSeen: one.date,
      }));
      const ids = await writeItems(trx, 'spend', entries);
      const { leftItems, ...counts } = await writeSpendLines(
        trx,
        entries.map(({ lineKey, date, text, minor, ...one }) => ({
          itemId: idIn(ids, one),
          lineKey,
          date,
          text,
          minor,
          currency: one.currency,
          costCenter: one.costCenter,
          source: list.source.trim(),
        })),
        by.at,
      );
      await matchItems(trx, deps.config, leftItems, by.at);
      return await answer(deps, trx, [...ids.values()], {
        counts,
        seenOn: [],
        at: by.at,
      });
    });
  });
}

/** Records registered a moment ago are matched with, too. */
async function followRecords(deps: ListDeps, at: Date): Promise<void> {
  await evaluatePending({ database: deps.knex, config: deps.config }, at, {
    entries: CHANGES_AWAITED,
  });
}

type Named = Pick<FoundSoftware, 'key' | 'publisherKey'>;

/** Adds the items that entries name; returns their ids. */
async function writeItems(
  trx: Knex.Transaction,
  kind: DiscoveryKind,
  entries: readonly (
    | FoundSoftware
    | (FoundSpend & Omit<FoundSoftware, 'device' | 'userRef'>)
  )[],
): Promise<Map<string, number>> {
  const spans = new Map<string, { first: string; last: string }>();
  for (const entry of entries) {
    const { lastSeen: day } = entry;
    const span = spans.get(identityOf(entry)) ?? { first: day, last: day };
    spans.set(identityOf(entry), {
      first: day < span.first ? day : span.first,
      last: day > span.last ? day : span.last,
    });
  }
  const ids = new Map<string, number>();
  for (const entry of entries) {
    const identity = identityOf(entry);
    const span = spans.get(identity);
    if (!ids.has(identity) && span) {
      const { key, name, publisher, publisherKey } = entry;
      ids.set(
        identity,
        await upsertItem(trx, {
          kind,
          key,
          name,
          publisher,
          publisherKey,
          firstSeen: span.first,
          lastSeen: span.last,
        }),
      );
    }
  }
  return ids;
}

async function answer(
  deps: ListDeps,
  trx: Knex.Transaction,
  ids: readonly number[],
  done: { counts: ListCounts; seenOn: readonly string[]; at: Date },
): Promise<Answer> {
  const { moved, licenses } = await matchItems(trx, deps.config, ids, done.at);
  const isNew = done.counts.added + done.counts.changed > 0;
  await addPending(
    trx,
    [...new Set([...moved, ...done.seenOn, ...(isNew ? licenses : [])])].map(
      ref => ({
        kind: 'reader',
        ref,
      }),
    ),
  );
  const items = await readItems(trx, ids);
  const body: DiscoveryAnswer = {
    ...done.counts,
    states: STATES.map(state => ({
      state,
      items: items.filter(item => item.state === state).length,
    })),
  };
  return { status: 200, text: JSON.stringify(body) };
}

function identityOf({ key, publisherKey }: Named): string {
  return JSON.stringify([key, publisherKey]);
}

function idIn(ids: ReadonlyMap<string, number>, named: Named): number {
  const id = ids.get(identityOf(named));
  if (id === undefined) {
    throw new Error('An entry of a list has no item');
  }
  return id;
}
