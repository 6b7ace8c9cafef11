import {
  isCurrency,
  parseAmount,
  type BudgetInput,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import { inputProblem, lineProblems } from '../records/inputProblems';

/** Budgets further away are typing errors. */
const YEARS_AROUND = 20;

const ALLOWED_AMOUNT = {
  'not-a-number': 'a decimal number with a point and no grouping',
  'too-many-decimals': 'no more decimals than the currency has',
  'too-large': 'at most 15 digits of minor units',
  currency: 'an ISO 4217 code in capitals, such as EUR',
} as const;

/** Everything that is wrong with a budget; amounts are never repeated. */
export function budgetProblems(
  fiscalYear: number,
  input: BudgetInput,
  currentFiscalYear: number,
): ValidationProblem[] {
  const [first, last] = [
    currentFiscalYear - YEARS_AROUND,
    currentFiscalYear + YEARS_AROUND,
  ];
  return [
    ...(fiscalYear < first || fiscalYear > last
      ? [
          inputProblem(
            'fiscalYear',
            'range',
            `a year from ${first} to ${last}`,
            String(fiscalYear),
          ),
        ]
      : []),
    ...amountProblems(input.amount),
    ...(input.note ?? '')
      .split(/\r?\n/)
      .filter(line => line.trim() !== '')
      .flatMap(line => lineProblems('note', line))
      .slice(0, 1),
  ];
}

function amountProblems({
  amount,
  currency,
}: BudgetInput['amount']): ValidationProblem[] {
  if (!isCurrency(currency)) {
    return [
      inputProblem('amount.currency', 'currency', ALLOWED_AMOUNT.currency),
    ];
  }
  const parsed = parseAmount(amount, currency);
  if (!parsed.ok) {
    return [
      inputProblem('amount.amount', parsed.rule, ALLOWED_AMOUNT[parsed.rule]),
    ];
  }
  return parsed.minor > 0n
    ? []
    : [inputProblem('amount.amount', 'positive', 'an amount above zero')];
}
