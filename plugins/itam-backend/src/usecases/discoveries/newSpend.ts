import { createHash } from 'node:crypto';
import {
  isCurrency,
  ItamValidationError,
  normalisedSupplier,
  parseAmount,
  type AmountJson,
  type SpendList,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import {
  dayProblems,
  inputProblem,
  lineProblems,
} from '../records/inputProblems';
import { PROBLEMS_AT_MOST } from './newSoftware';

/** An entry of spend as it is kept. */
export interface FoundSpend {
  key: string;
  name: string;
  lineKey: string;
  /** ISO calendar date. */
  date: string;
  text: string;
  minor: bigint;
  currency: string;
  costCenter: string | null;
}

/**
 * Reads a list of spend. An entry is identified by the system the list is of
 * and its number there or, without one, everything it says; entries that are
 * the same are one.
 *
 * Throws ItamValidationError with the problems of all entries, 50 at most;
 * amounts are never repeated in it.
 *
 * @param today - ISO calendar date
 */
export function newSpend(list: SpendList, today: string): FoundSpend[] {
  const problems: ValidationProblem[] = [
    ...lineProblems('source', list.source),
  ];
  const found = new Map<string, FoundSpend>();
  list.entries.forEach((entry, index) => {
    const at = `entries[${index}]`;
    const { id, date, supplier, text, amount, costCenter } = entry;
    const key = normalisedSupplier(supplier);
    const minor = minorAt(`${at}.amount`, amount, problems);
    problems.push(
      ...lineProblems(`${at}.id`, id),
      ...lineProblems(`${at}.supplier`, supplier),
      ...lineProblems(`${at}.text`, text),
      ...lineProblems(`${at}.costCenter`, costCenter),
      ...dayProblems(`${at}.date`, date, {
        to: today,
        why: 'today or earlier',
      }),
      ...(key === ''
        ? [
            inputProblem(
              `${at}.supplier`,
              'name',
              'a name with letters or digits',
            ),
          ]
        : []),
    );
    const said = [
      date,
      key,
      text?.trim() ?? '',
      String(minor),
      amount.currency,
      costCenter?.trim() ?? null,
    ];
    const lineKey = createHash('sha256')
      .update(
        JSON.stringify([list.source, ...(id === undefined ? said : [id])]),
      )
      .digest('hex');
    const before = found.get(lineKey);
    const one = {
      key,
      name: supplier.trim(),
      lineKey,
      date,
      text: text?.trim() ?? '',
      minor: minor ?? 0n,
      currency: amount.currency,
      costCenter: costCenter?.trim() ?? null,
    };
    if (
      before &&
      (before.date !== one.date ||
        before.key !== one.key ||
        before.text !== one.text ||
        before.minor !== one.minor ||
        before.currency !== one.currency ||
        before.costCenter !== one.costCenter)
    ) {
      problems.push(
        inputProblem(`${at}.id`, 'duplicate', 'each number for one entry only'),
      );
    }
    found.set(lineKey, one);
  });
  if (problems.length > 0) {
    throw new ItamValidationError({
      ref: 'the list',
      problems: problems.slice(0, PROBLEMS_AT_MOST),
    });
  }
  return [...found.values()];
}

function minorAt(
  path: string,
  { amount, currency }: AmountJson,
  problems: ValidationProblem[],
): bigint | undefined {
  if (!isCurrency(currency)) {
    problems.push(
      inputProblem(
        `${path}.currency`,
        'currency',
        'an ISO 4217 code in capitals, such as EUR',
      ),
    );
    return undefined;
  }
  const parsed = parseAmount(amount, currency);
  if (!parsed.ok) {
    problems.push(
      inputProblem(
        `${path}.amount`,
        parsed.rule,
        'a decimal number with a point, no grouping and no more decimals than the currency has, at most 15 digits of minor units; negative for what came back',
      ),
    );
    return undefined;
  }
  return parsed.minor;
}
