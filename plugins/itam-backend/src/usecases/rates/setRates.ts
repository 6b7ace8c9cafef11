import {
  compareRatios,
  ItamValidationError,
  ratioFromDecimal,
  type ItamSchemas,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { lockKeys } from '../../database/locks';
import { byCodeUnit } from '../../database/text';
import { appendFinancialHistory } from '../../stores/financialHistory/appendFinancialHistory';
import {
  deleteRateOverride,
  readRateOverrides,
  writeRateOverrides,
} from '../../stores/rates/rateOverrides';
import { NotFoundError } from '@backstage/errors';
import { rateProblems, type RateInput } from './rateProblems';

/** Makes changes of rates wait for each other, so that counts are exact. */
const LOCK = 'rates';

/** Who sets rates, and when. */
export interface RateSetter {
  actor: string;
  at: Date;
  /** ISO calendar date. */
  today: string;
}

/**
 * Sets rates by hand, all or none. They win over the file's for the same day
 * and currency, and stay when a new file is loaded.
 *
 * Throws ItamValidationError with everything that is wrong.
 */
export async function setRates(
  deps: { knex: Knex },
  rates: readonly RateInput[],
  setter: RateSetter,
): Promise<ItamSchemas['RatesAnswer']> {
  const problems = rateProblems(rates, setter.today);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: 'rates', problems });
  }
  return await deps.knex.transaction(async trx => {
    await lockKeys(trx, [LOCK]);
    const known = new Map(
      (
        await readRateOverrides(
          trx,
          rates.map(({ date }) => date),
        )
      ).map(override => [subjectOf(override), override.perEuro]),
    );
    const written = rates
      .map(({ date, currency, unitsPerEuro }) => ({
        date,
        currency,
        perEuro: unitsPerEuro,
      }))
      .filter(rate => !isSame(known.get(subjectOf(rate)), rate.perEuro))
      .sort((a, b) => byCodeUnit(subjectOf(a), subjectOf(b)));
    await writeRateOverrides(trx, written, setter);
    await appendFinancialHistory(
      trx,
      written.map(rate => ({
        subject: subjectOf(rate),
        at: setter.at,
        actor: setter.actor,
        action: 'set',
        value: { unitsPerEuro: rate.perEuro },
      })),
    );
    const changed = written.filter(rate => known.has(subjectOf(rate))).length;
    return {
      added: written.length - changed,
      changed,
      unchanged: rates.length - written.length,
    };
  });
}

/**
 * Takes a rate set by hand back, so that the file's counts again.
 *
 * Throws NotFoundError when none was set by hand for that day and currency.
 */
export async function removeRate(
  deps: { knex: Knex },
  rate: { date: string; currency: string },
  setter: Pick<RateSetter, 'actor' | 'at'>,
): Promise<void> {
  await deps.knex.transaction(async trx => {
    await lockKeys(trx, [LOCK]);
    if (!(await deleteRateOverride(trx, rate))) {
      throw new NotFoundError(
        `No rate of ${rate.currency} was set by hand for ${rate.date}`,
      );
    }
    await appendFinancialHistory(trx, [
      {
        subject: subjectOf(rate),
        at: setter.at,
        actor: setter.actor,
        action: 'removed',
        value: {},
      },
    ]);
  });
}

function subjectOf(rate: { date: string; currency: string }): string {
  return `rate:${rate.date}/${rate.currency}`;
}

/** 1.1 is 1.10. */
function isSame(known: string | undefined, perEuro: string): boolean {
  const a = known === undefined ? undefined : ratioFromDecimal(known);
  const b = ratioFromDecimal(perEuro);
  return a !== undefined && b !== undefined && compareRatios(a, b) === 0;
}
