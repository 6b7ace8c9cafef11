import { isCurrency, parseAmount } from '../../values';
import type { SpecField } from './SpecField';
import { problemWithValue, type ValidationProblem } from './ValidationProblem';

const NOT_A_NUMBER = 'a decimal number with a point and no grouping';

const ALLOWED_AMOUNT = {
  'not-a-number': NOT_A_NUMBER,
  'too-many-decimals': 'no more decimals than the currency has',
  'too-large': 'at most 15 digits of minor units',
  // The currency has a problem of its own then.
  currency: NOT_A_NUMBER,
} as const;

/** A currency that is not in ISO 4217. */
export function currencyProblems(field: SpecField): ValidationProblem[] {
  const code = field.text();
  return code === undefined || isCurrency(code)
    ? []
    : [
        problemWithValue({
          path: field.path,
          rule: 'currency',
          value: code,
          allowed: 'an ISO 4217 code in capitals, such as EUR',
        }),
      ];
}

/**
 * An amount that its currency does not allow.
 *
 * With an unknown currency only the form is judged.
 */
export function amountProblems(
  field: SpecField,
  currency: string | undefined,
  sign: 'not-negative' | 'negative' = 'not-negative',
): ValidationProblem[] {
  const text = field.text();
  if (text === undefined) {
    return [];
  }
  const refuse = (rule: string, allowed: string) => [
    problemWithValue({ path: field.path, rule, value: text, allowed }),
  ];
  if (currency === undefined || !isCurrency(currency)) {
    return /^-?\d+(\.\d+)?$/.test(text)
      ? []
      : refuse('not-a-number', NOT_A_NUMBER);
  }
  const parsed = parseAmount(text, currency);
  if (!parsed.ok) {
    return refuse(parsed.rule, ALLOWED_AMOUNT[parsed.rule]);
  }
  if (sign === 'not-negative' && parsed.minor < 0n) {
    return refuse('negative', 'zero or more');
  }
  if (sign === 'negative' && parsed.minor > 0n) {
    return refuse('credit', 'a negative amount, as credit is true');
  }
  return [];
}

/** An object with amount and currency. */
export function moneyProblems(field: SpecField): ValidationProblem[] {
  return amountProblems(field.at('amount'), field.at('currency').text());
}

/** A charge: negative only as a credit, and then always. */
export function chargeProblems(field: SpecField): ValidationProblem[] {
  const credit = field.at('credit').flag() === true;
  const found = amountProblems(
    field.at('amount'),
    field.at('currency').text(),
    credit ? 'negative' : 'not-negative',
  );
  return found.map(one =>
    one.rule === 'negative'
      ? problemWithValue({
          path: one.path,
          rule: one.rule,
          value: field.at('amount').value,
          allowed: 'zero or more, or credit: true',
        })
      : one,
  );
}

/** Minor units of an amount that is right; undefined otherwise. */
export function minorIfValid(
  amount: string | undefined,
  currency: string | undefined,
): bigint | undefined {
  if (amount === undefined || currency === undefined) {
    return undefined;
  }
  const parsed = parseAmount(amount, currency);
  return parsed.ok ? parsed.minor : undefined;
}
