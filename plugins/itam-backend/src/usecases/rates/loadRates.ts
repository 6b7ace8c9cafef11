import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseEcbRates } from '@backstage-itam/plugin-itam-common';
import { parse } from 'csv-parse/sync';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { settingKeys } from '../../database/settingKeys';
import { raiseRatesRevision } from '../../stores/rates/raiseRatesRevision';
import { readSetting } from '../../stores/settings/readSetting';
import { writeSetting } from '../../stores/settings/writeSetting';

const ROWS_PER_STATEMENT = 300;

/**
 * Loads the exchange rates of a file in the form of the European Central
 * Bank, in place of those loaded before; does nothing when the file is the
 * same.
 *
 * Throws, and keeps the rates there are, when the file cannot be read
 * (InvalidRatesError names row and column).
 */
export async function loadRates(
  deps: { database: Knex },
  file: string,
): Promise<{ changed: boolean; rates: number }> {
  const { database } = deps;
  const content = await readFile(file);
  const fingerprint = createHash('sha256').update(content).digest('hex');
  const loaded = await readSetting(database, settingKeys.ratesFingerprint);
  if (loaded === fingerprint) {
    return { changed: false, rates: 0 };
  }
  const rates = ratesOf(
    parse(content, { bom: true, relax_column_count: true }),
  );
  await database.transaction(async trx => {
    await trx('rates').delete();
    for (const batch of batchesOf(rates, ROWS_PER_STATEMENT)) {
      await trx('rates').insert(batch);
    }
    await writeSetting(trx, settingKeys.ratesFingerprint, fingerprint);
    await raiseRatesRevision(trx);
  });
  return { changed: true, rates: rates.length };
}

interface RateColumns {
  date: string;
  currency: string;
  per_euro: string;
}

/** The rates as written, once the whole file has proved readable. */
function ratesOf(rows: string[][]): RateColumns[] {
  const table = parseEcbRates(rows);
  const [header = [], ...days] = rows;
  return days.flatMap(cells =>
    header.flatMap((name, column) => {
      const currency = name.trim();
      const perEuro = (cells[column] ?? '').trim();
      return table.has(currency) && perEuro !== '' && perEuro !== 'N/A'
        ? [{ date: cells[0].trim(), currency, per_euro: perEuro }]
        : [];
    }),
  );
}
