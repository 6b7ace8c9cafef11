import { NotFoundError } from '@backstage/errors';
import {
  formatAmount,
  monthText,
  spendMonths,
  type DiscoveryDetail,
} from '@backstage-itam/plugin-itam-common';
import type { StoredItem } from '../../stores/discoveries/itemRow';
import { readItems } from '../../stores/discoveries/items';
import { readSightings } from '../../stores/discoveries/sightings';
import { readSpendBesideCharges } from '../../stores/discoveries/spendBesideCharges';
import { readSpendLines } from '../../stores/discoveries/spendLines';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import type { Knex } from 'knex';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { maySeeSpend, renderItems } from './renderItems';

/** Ids are 32-bit on both engines. */
const GREATEST_ID = 2_147_483_647;
const ENTRIES_AT_MOST = 200;

/**
 * One discovered product or supplier with where it was found.
 *
 * Throws NotFoundError when there is none with this id.
 */
export async function readDiscovery(
  deps: ReadDeps,
  context: ReadContext,
  id: number,
): Promise<DiscoveryDetail> {
  const { knex } = deps;
  const item = await requireItem(knex, id);
  const [discovery] = await renderItems(deps, context, [item]);
  const sightings = await readSightings(knex, id, ENTRIES_AT_MOST);
  const readable = await readReadableRecords(
    knex,
    sightings.flatMap(({ ref }) => ref ?? []),
    context.access,
    context.today,
  );
  const lines = await readSpendLines(knex, id, ENTRIES_AT_MOST);
  const priced = maySeeSpend(context);
  return {
    discovery,
    sightings: sightings.map(
      ({ name, device, userRef, serviceRef, ref, ...seen }) => ({
        name,
        device: device === '' ? undefined : device,
        record: ref !== null && readable.has(ref) ? ref : undefined,
        user: userRef === '' ? undefined : userRef,
        service: serviceRef === '' ? undefined : serviceRef,
        lastSeen: seen.lastSeen,
        source: seen.source,
      }),
    ),
    spend: lines.map(({ date, text, minor, currency, costCenter, source }) => ({
      date,
      text: text === '' ? undefined : text,
      amount: priced
        ? { amount: formatAmount(minor, currency), currency }
        : undefined,
      costCenter: costCenter ?? undefined,
      source,
    })),
    months: priced ? await monthsOf(knex, item) : undefined,
  };
}

/** The newest months first; nothing for a supplier the register has not. */
async function monthsOf(
  knex: Knex,
  item: StoredItem,
): Promise<DiscoveryDetail['months']> {
  const money = await readSpendBesideCharges(knex, [item]);
  const { spent, charged } = money(item.id);
  return spendMonths(spent, charged).map(
    ({ month, currency, spentMinor, chargedMinor }) => {
      const amount = (minor: bigint) => ({
        amount: formatAmount(minor, currency),
        currency,
      });
      return {
        month: monthText(month),
        spent: amount(spentMinor),
        charged: amount(chargedMinor),
        difference: amount(spentMinor - chargedMinor),
      };
    },
  );
}

/** Throws NotFoundError when there is no item with this id. */
export async function requireItem(knex: Knex, id: number): Promise<StoredItem> {
  const [item] = id > GREATEST_ID ? [] : await readItems(knex, [id]);
  if (!item) {
    throw new NotFoundError(`No discovery ${id}`);
  }
  return item;
}
