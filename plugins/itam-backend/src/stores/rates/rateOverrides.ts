import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { raiseRatesRevision } from './raiseRatesRevision';

const DATES_PER_STATEMENT = 300;
const ROWS_PER_STATEMENT = 100;

/** A rate set by hand. */
export interface RateOverride {
  /** ISO calendar date. */
  date: string;
  /** ISO 4217 code. */
  currency: string;
  /** Units of the currency for one euro, as decimal text. */
  perEuro: string;
}

/** The rates set by hand for these days, in no order. */
export async function readRateOverrides(
  database: Knex,
  dates: readonly string[],
): Promise<RateOverride[]> {
  const overrides: RateOverride[] = [];
  for (const batch of batchesOf([...new Set(dates)], DATES_PER_STATEMENT)) {
    const rows: { date: string; currency: string; per_euro: string }[] =
      await database('rate_overrides')
        .whereIn('date', batch)
        .select('date', 'currency', 'per_euro');
    overrides.push(
      ...rows.map(row => ({
        date: row.date,
        currency: row.currency,
        perEuro: row.per_euro,
      })),
    );
  }
  return overrides;
}

/** Sets rates by hand, whether they were set before or not. */
export async function writeRateOverrides(
  trx: Knex.Transaction,
  overrides: readonly RateOverride[],
  who: { actor: string; at: Date },
): Promise<void> {
  for (const batch of batchesOf(overrides, ROWS_PER_STATEMENT)) {
    await trx('rate_overrides')
      .insert(
        batch.map(({ date, currency, perEuro }) => ({
          date,
          currency,
          per_euro: perEuro,
          set_at: who.at.toISOString(),
          set_by: who.actor,
        })),
      )
      .onConflict(['date', 'currency'])
      .merge(['per_euro', 'set_at', 'set_by']);
  }
  await raiseRatesRevision(trx);
}

/** Takes a rate set by hand away; false when there was none. */
export async function deleteRateOverride(
  trx: Knex.Transaction,
  { date, currency }: Pick<RateOverride, 'date' | 'currency'>,
): Promise<boolean> {
  const deleted = await trx('rate_overrides')
    .where({ date, currency })
    .delete();
  await raiseRatesRevision(trx);
  return deleted > 0;
}
