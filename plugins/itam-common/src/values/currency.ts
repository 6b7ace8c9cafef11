import { data } from 'currency-codes';

/**
 * ISO 4217 codes whose minor unit is "not applicable": precious metals, bond
 * market units, special drawing rights, testing and "no currency". Nothing can
 * be paid in them to the cent, so they are no currency of an amount.
 */
const WITHOUT_MINOR_UNIT: ReadonlySet<string> = new Set([
  'XAG',
  'XAU',
  'XBA',
  'XBB',
  'XBC',
  'XBD',
  'XDR',
  'XPD',
  'XPT',
  'XSU',
  'XTS',
  'XUA',
  'XXX',
]);

const exponents: ReadonlyMap<string, number> = new Map(
  data
    .filter(entry => !WITHOUT_MINOR_UNIT.has(entry.code))
    .map(entry => [entry.code, entry.digits]),
);

/**
 * All currency codes an amount may have, sorted.
 *
 * Source: ISO 4217 list one, without the codes that have no minor unit.
 * @public
 */
export const CURRENCIES: readonly string[] = [...exponents.keys()].sort();

/**
 * Whether the text is an ISO 4217 currency code, in capitals.
 * @public
 */
export function isCurrency(code: string): boolean {
  return exponents.has(code);
}

/**
 * A currency code that ISO 4217 does not know.
 * @public
 */
export class UnknownCurrencyError extends Error {
  /** The code as it was given. */
  readonly facts: { currency: string };

  constructor(facts: { currency: string }) {
    super(`'${facts.currency}' is not an ISO 4217 currency code`);
    this.name = 'UnknownCurrencyError';
    this.facts = facts;
  }
}

/**
 * The number of decimals of a currency: JPY 0, EUR 2, KWD 3.
 *
 * Throws {@link UnknownCurrencyError} for anything that is not ISO 4217.
 * @public
 */
export function currencyExponent(code: string): number {
  const exponent = exponents.get(code);
  if (exponent === undefined) {
    throw new UnknownCurrencyError({ currency: code });
  }
  return exponent;
}
