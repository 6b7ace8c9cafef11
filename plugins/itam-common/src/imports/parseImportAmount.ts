import { quoteText } from '../entities/validation/describe';
import { isCurrency, parseAmount } from '../values';
import { type ReadCell, unreadable } from './importProblem';

/**
 * What separates the decimals in a file: declared once for all of it.
 * @public
 */
export type DecimalSeparator = 'point' | 'comma';

/**
 * An amount read from a cell: decimal text with a point, and its currency.
 * @public
 */
export interface ImportedAmount {
  /** Digits as written, without grouping. */
  amount: string;
  /** ISO 4217 code. */
  currency: string;
}

/** Currencies a symbol can stand for; the code itself always counts too. */
const SYMBOLS: readonly [string, readonly string[]][] = [
  ['R$', ['BRL']],
  ['US$', ['USD']],
  ['C$', ['CAD']],
  ['CA$', ['CAD']],
  ['A$', ['AUD']],
  ['AU$', ['AUD']],
  ['NZ$', ['NZD']],
  ['HK$', ['HKD']],
  ['S$', ['SGD']],
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP']],
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP', 'GIP', 'FKP', 'SHP', 'LBP', 'SYP']],
  ['¥', ['JPY', 'CNY']],
  ['₹', ['INR']],
  ['₩', ['KRW', 'KPW']],
  ['₺', ['TRY']],
  ['₪', ['ILS']],
  ['₴', ['UAH']],
  ['₱', ['PHP']],
  ['₫', ['VND']],
  ['₦', ['NGN']],
  ['₽', ['RUB']],
  ['฿', ['THB']],
  ['zł', ['PLN']],
  ['Kč', ['CZK']],
  ['Ft', ['HUF']],
  ['Fr.', ['CHF']],
  ['SFr.', ['CHF']],
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['kr.', ['DKK', 'SEK', 'NOK', 'ISK']],
];

/** Longer cells are no amounts. */
const MAX_LENGTH = 60;

const GROUPING_BLANKS = /[\u0020\u00a0\u2009\u202f']|\u2019/g;

/**
 * Reads an amount: digits with the declared decimal separator, optionally
 * grouped by thousands (comma or point, blank, apostrophe), with a minus or
 * in brackets when negative, and with a currency symbol or code.
 *
 * `decimal` undefined means that nobody declared the separator: then only
 * amounts that can be read in one way are. `currency` is what the row or the
 * file says; a symbol or code in the cell has to agree with it, and gives the
 * currency where it is the only one it can stand for. Everything else is
 * refused; nothing is guessed, and no problem repeats the amount.
 * @public
 */
export function parseImportAmount(
  text: string,
  decimal: DecimalSeparator | undefined,
  currency: string | undefined,
): ReadCell<ImportedAmount> {
  const trimmed = text.trim();
  const split =
    trimmed.length > MAX_LENGTH ? undefined : splitCurrency(trimmed);
  if (!split) {
    return unreadable(
      'not-a-number',
      'text',
      'an amount, optionally with one currency symbol or code',
    );
  }
  const known = resolveCurrency(split.symbol, currency);
  if (!known.ok) {
    return known;
  }
  const number = readNumber(split.number, decimal);
  if (!number.ok) {
    return number;
  }
  const parsed = parseAmount(number.value, known.value);
  if (!parsed.ok) {
    return parsed.rule === 'too-many-decimals'
      ? unreadable(
          parsed.rule,
          'more decimals than the currency has',
          `the decimals of ${known.value}`,
        )
      : unreadable(
          parsed.rule,
          'a number that is no amount',
          'at most 15 digits of minor units',
        );
  }
  return {
    ok: true,
    value: { amount: number.value, currency: known.value },
  };
}

/** Takes the sign and the symbol or code off, wherever they stand. */
function splitCurrency(
  text: string,
): { number: string; symbol: string } | undefined {
  const bracketed = /^\((.*)\)$/.exec(text);
  const inner = (bracketed ? bracketed[1] : text).replace(/\u2212/g, '-');
  const match =
    /^(-?)\s*([^\d\s.,()-][^\d,()-]*?|)\s*(-?)\s*(\d[\d.,\u0020\u00a0\u2009\u202f'\u2019]*?|[.,]\d+)\s*([^\d\s.,()'\u2019-][^\d(),-]*|)\s*(-?)$/u.exec(
      inner,
    );
  if (!match) {
    return undefined;
  }
  const [, sign, before, innerSign, number, after, lastSign] = match;
  const signs = [sign, innerSign, lastSign, bracketed ? '-' : ''].join('');
  if (signs.length > 1 || (before !== '' && after !== '')) {
    return undefined;
  }
  return {
    number: `${signs}${number}`,
    symbol: (before || after).trim(),
  };
}

function resolveCurrency(
  symbol: string,
  declared: string | undefined,
): ReadCell<string> {
  if (declared !== undefined && !isCurrency(declared)) {
    return unreadable(
      'currency',
      quoteText(declared),
      'an ISO 4217 code in capitals, such as EUR',
    );
  }
  const code = symbol.toUpperCase();
  const candidates = isCurrency(code)
    ? [code]
    : SYMBOLS.find(([one]) => one === symbol)?.[1];
  if (symbol !== '' && candidates === undefined) {
    return unreadable(
      'currency',
      quoteText(symbol),
      'a currency symbol or an ISO 4217 code beside the amount, or none',
    );
  }
  if (declared !== undefined) {
    return candidates === undefined || candidates.includes(declared)
      ? { ok: true, value: declared }
      : unreadable(
          'currency-mismatch',
          quoteText(symbol),
          `${declared}, which the row or the file states`,
        );
  }
  if (candidates?.length === 1) {
    return { ok: true, value: candidates[0] };
  }
  return candidates === undefined
    ? unreadable(
        'currency-missing',
        'an amount without a currency',
        'a currency in the cell, in a column of its own, or for the whole file',
      )
    : unreadable(
        'ambiguous-currency',
        quoteText(symbol),
        `a currency stated beside it, as it may be ${candidates.join(', ')}`,
      );
}

function readNumber(
  text: string,
  decimal: DecimalSeparator | undefined,
): ReadCell<string> {
  const negative = text.startsWith('-');
  const digits = (negative ? text.slice(1) : text).trim();
  const readings = (
    decimal === undefined ? (['point', 'comma'] as const) : [decimal]
  ).flatMap(one => {
    const plain = withDecimalPoint(digits, one);
    return plain === undefined ? [] : [plain];
  });
  const distinct = [...new Set(readings)];
  const shape = shapeOf(digits);
  if (distinct.length > 1) {
    return unreadable(
      'ambiguous-number',
      shape,
      'a declared decimal separator, as the number can be read in two ways',
    );
  }
  if (distinct.length === 0) {
    return unreadable(
      'not-a-number',
      shape,
      decimal === undefined
        ? 'a number with groups of three digits and one decimal separator'
        : `a number with a decimal ${decimal}, as declared, and groups of three digits`,
    );
  }
  return { ok: true, value: `${negative ? '-' : ''}${distinct[0]}` };
}

/** The number with a point and no grouping; undefined when it is none. */
function withDecimalPoint(
  text: string,
  decimal: DecimalSeparator,
): string | undefined {
  const mark = decimal === 'point' ? '.' : ',';
  const grouping = decimal === 'point' ? ',' : '.';
  const parts = text.split(mark);
  if (parts.length > 2) {
    return undefined;
  }
  const [whole, fraction] = parts;
  const integer = withoutGrouping(whole, grouping);
  if (integer === undefined) {
    return undefined;
  }
  if (fraction === undefined) {
    return integer;
  }
  return /^\d+$/.test(fraction) ? `${integer}.${fraction}` : undefined;
}

/** Groups of three; of two before the last three, as in India. */
function withoutGrouping(text: string, mark: string): string | undefined {
  if (text === '') {
    return '0';
  }
  const blanks = text.replace(GROUPING_BLANKS, ' ');
  if (/^\d+$/.test(blanks)) {
    return blanks;
  }
  const separators = new Set(blanks.replace(/\d/g, ''));
  if (separators.size !== 1 || !(separators.has(' ') || separators.has(mark))) {
    return undefined;
  }
  const groups = blanks.split([...separators][0]);
  const thousands =
    /^\d{1,3}$/.test(groups[0]) &&
    groups.slice(1).every(group => /^\d{3}$/.test(group));
  const lakhs =
    /^\d{1,2}$/.test(groups[0]) &&
    groups.slice(1, -1).every(group => /^\d{2}$/.test(group)) &&
    /^\d{3}$/.test(groups[groups.length - 1]);
  return thousands || lakhs ? groups.join('') : undefined;
}

/** The number without its digits: what a problem may say of an amount. */
function shapeOf(digits: string): string {
  const marks = digits.replace(/\d+/g, run => (run.length > 9 ? '#' : 'd'));
  const last = /[.,](\d*)$/.exec(digits)?.[1];
  return last === undefined
    ? `a number of the form ${marks}`
    : `a number of the form ${marks}, with ${last.length} digits at the end`;
}
