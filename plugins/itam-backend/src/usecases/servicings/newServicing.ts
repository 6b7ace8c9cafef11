import {
  addMonths,
  isCurrency,
  ItamValidationError,
  minorOf,
  parseAmount,
  type AmountJson,
  type NewServicing,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { ServicingValues } from '../../stores/servicings/insertServicing';
import {
  dayProblems,
  inputProblem,
  lineProblems,
} from '../records/inputProblems';

/** A planned servicing may lie so far ahead; it costs in its month. */
const PLANNED_MONTHS_AHEAD = 60;
const SLUG = /^[a-z0-9]+([-._][a-z0-9]+)*$/;

const ALLOWED_AMOUNT = {
  'not-a-number': 'a decimal number with a point and no grouping',
  'too-many-decimals': 'no more decimals than the currency has',
  'too-large': 'at most 15 digits of minor units',
  currency: 'an ISO 4217 code in capitals, such as EUR',
} as const;

/**
 * Reads a servicing as people enter it.
 *
 * Throws ItamValidationError with all problems at once; amounts are never
 * repeated in it.
 *
 * @param today - ISO calendar date
 */
export function newServicing(
  ref: string,
  input: NewServicing,
  today: string,
): ServicingValues {
  const { date, kind, title, cost, vendor, invoice, nextDue } = input;
  const latest = addMonths(today, PLANNED_MONTHS_AHEAD);
  const dates = dayProblems('date', date, { to: latest });
  const problems: ValidationProblem[] = [
    ...dates,
    ...lineProblems('title', title),
    ...costProblems(cost),
    ...(vendor === undefined || SLUG.test(vendor)
      ? []
      : [inputProblem('vendor', 'slug', 'a lower-case name such as dell')]),
    ...lineProblems('invoice', invoice),
    ...dayProblems(
      'nextDue',
      nextDue,
      dates.length === 0 ? { from: date, why: `date (${date}) or later` } : {},
    ),
  ];
  if (problems.length > 0) {
    throw new ItamValidationError({ ref, problems });
  }
  return {
    date,
    kind,
    title: title.trim(),
    cost: cost && {
      minor: minorOf(cost.amount, cost.currency),
      currency: cost.currency,
    },
    vendor: vendor ?? null,
    invoice: invoice?.trim() ?? null,
    nextDue: nextDue ?? null,
  };
}

function costProblems(cost: AmountJson | undefined): ValidationProblem[] {
  if (!cost) {
    return [];
  }
  if (!isCurrency(cost.currency)) {
    return [inputProblem('cost.currency', 'currency', ALLOWED_AMOUNT.currency)];
  }
  const parsed = parseAmount(cost.amount, cost.currency);
  if (!parsed.ok) {
    return [
      inputProblem('cost.amount', parsed.rule, ALLOWED_AMOUNT[parsed.rule]),
    ];
  }
  return parsed.minor < 0n
    ? [inputProblem('cost.amount', 'negative', 'zero or more')]
    : [];
}
