import type { RatePage } from '@backstage-itam/plugin-itam-common';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { readNewestRates } from '../../stores/queries/monthlyRates';
import {
  countRates,
  listRates,
  type ListedRate,
  type RateFilters,
  type RatePosition,
} from '../../stores/rates/listRates';
import { readUnratedCurrencies } from '../../stores/rates/unratedCurrencies';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import { readRegisterSecret } from '../records/registerSecret';

/**
 * One page of the rates that count, newest first, with the currencies there
 * are rates for and those that costs have and rates lack.
 *
 * Throws InputError for a range the wrong way round and for a cursor that does
 * not belong to the list.
 */
export async function listRatePage(
  deps: { knex: Knex },
  filters: RateFilters,
  page: { cursor?: string; limit: number },
): Promise<Omit<RatePage, 'canEdit'>> {
  const { knex } = deps;
  const { currency, from, to } = filters;
  if (from !== undefined && to !== undefined && from > to) {
    throw new InputError("'from' is after 'to'");
  }
  const secret = await readRegisterSecret(knex);
  const list = ['rates', currency ?? null, from ?? null, to ?? null];
  const after =
    page.cursor === undefined
      ? undefined
      : positionFrom(readSignedCursor(list, page.cursor, secret));
  // One more than asked tells whether another page follows.
  const rates = await listRates(knex, filters, {
    after,
    limit: page.limit + 1,
  });
  const shown = rates.slice(0, page.limit);
  const last = shown.at(-1);
  const [totalItems, newest, withoutRates] = await Promise.all([
    countRates(knex, filters),
    readNewestRates(knex),
    readUnratedCurrencies(knex),
  ]);
  return {
    items: shown.map(rateOf),
    totalItems,
    nextCursor:
      last && rates.length > page.limit
        ? writeSignedCursor(list, [last.date, last.currency], secret)
        : undefined,
    currencies: newest.map(rate => ({
      currency: rate.currency,
      latest: rate.date,
      unitsPerEuro: rate.perEuro,
    })),
    withoutRates,
  };
}

function positionFrom([date, currency]: unknown[]): RatePosition {
  if (typeof date !== 'string' || typeof currency !== 'string') {
    throw new InputError('The cursor does not belong to this list');
  }
  return { date, currency };
}

function rateOf({
  date,
  currency,
  perEuro,
  manual,
}: ListedRate): RatePage['items'][number] {
  return {
    date,
    currency,
    unitsPerEuro: perEuro,
    source: manual ? 'manual' : 'file',
    setBy: manual?.setBy ?? undefined,
    setAt: manual?.setAt,
    replaced: manual?.replaced ?? undefined,
  };
}
