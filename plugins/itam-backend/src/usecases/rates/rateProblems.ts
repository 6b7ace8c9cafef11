import {
  isCurrency,
  isPlainDate,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';

/** A rate as it comes in. */
export interface RateInput {
  date: string;
  currency: string;
  unitsPerEuro: string;
}

const MAX_DECIMALS = 10;
const RATE = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,10})?$/;
const NOTHING = /^[0.]+$/;

/**
 * Everything that is wrong with rates to be set by hand; nothing when all can
 * be set.
 *
 * @param today - ISO calendar date: rates of later days are not known yet
 */
export function rateProblems(
  rates: readonly RateInput[],
  today: string,
): ValidationProblem[] {
  const first = new Map<string, number>();
  return rates.flatMap((rate, index) => {
    const path = `rates[${index}]`;
    const problems = [
      dateProblem(`${path}.date`, rate.date, today),
      currencyProblem(`${path}.currency`, rate.currency),
      RATE.test(rate.unitsPerEuro) && !NOTHING.test(rate.unitsPerEuro)
        ? undefined
        : problemOf(
            `${path}.unitsPerEuro`,
            'rate',
            rate.unitsPerEuro,
            `a positive decimal number such as "1.1684", with at most 12 digits before and ${MAX_DECIMALS} after the point`,
          ),
    ].flatMap(problem => problem ?? []);
    const key = `${rate.date} ${rate.currency}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
    } else {
      problems.push(
        problemOf(
          path,
          'twice',
          key,
          `each day and currency once; it stands in rates[${earlier}] already`,
        ),
      );
    }
    return problems;
  });
}

function dateProblem(
  path: string,
  date: string,
  today: string,
): ValidationProblem | undefined {
  if (!isPlainDate(date)) {
    return problemOf(path, 'date', date, 'a calendar date that exists');
  }
  return date > today
    ? problemOf(path, 'future', date, `a day up to today, ${today}`)
    : undefined;
}

function currencyProblem(
  path: string,
  currency: string,
): ValidationProblem | undefined {
  if (currency === 'EUR') {
    return problemOf(
      path,
      'euro',
      currency,
      'a currency other than the euro, which is what rates are given for',
    );
  }
  return isCurrency(currency)
    ? undefined
    : problemOf(path, 'currency', currency, 'an ISO 4217 currency code');
}

function problemOf(
  path: string,
  rule: string,
  value: string,
  allowed: string,
): ValidationProblem {
  const found = JSON.stringify(value);
  return {
    path,
    rule,
    found,
    allowed,
    message: `${path}: found ${found}; allowed: ${allowed}`,
  };
}
