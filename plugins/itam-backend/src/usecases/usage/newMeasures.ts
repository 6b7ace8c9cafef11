import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ItamValidationError,
  type UsageMeasurement,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { UsageMeasure } from '../../stores/usage/usageMeasure';
import { dayProblems, inputProblem } from '../records/inputProblems';

/** Quantities of a day: up to twelve digits, at most three decimals. */
const QUANTITY = /^\d{1,12}(\.\d{1,3})?$/;
/** No kind is written so: marks a ref that names none. */
const UNNAMED_KIND = '*';

/**
 * Reads measurements as they are sent.
 *
 * Throws ItamValidationError with all problems at once.
 *
 * @param today - ISO calendar date; nothing is measured after it
 */
export function newMeasures(
  ref: string,
  measurements: readonly UsageMeasurement[],
  today: string,
): UsageMeasure[] {
  const problems: ValidationProblem[] = [];
  const firstAt = new Map<string, number>();
  const measures = measurements.map((measurement, index): UsageMeasure => {
    const path = `measurements[${index}]`;
    const { kind, date, quantity } = measurement;
    const holderRef = holderOf(measurement);
    problems.push(
      ...dayProblems(`${path}.date`, date, {
        to: today,
        why: `${today}, which is today, or earlier`,
      }),
      ...holderProblems(`${path}.holder`, measurement, holderRef),
      ...quantityProblems(`${path}.quantity`, measurement),
    );
    const key = `${kind} ${date} ${holderRef}`;
    const first = firstAt.get(key);
    if (first !== undefined) {
      problems.push(
        inputProblem(
          path,
          'duplicate',
          'one measurement of a kind, day and holder',
          `the same as measurements[${first}]`,
        ),
      );
    }
    firstAt.set(key, first ?? index);
    return {
      kind,
      date,
      holderRef: holderRef ?? '',
      quantity:
        kind === 'seat' || quantity === undefined ? null : String(quantity),
    };
  });
  if (problems.length > 0) {
    throw new ItamValidationError({ ref, problems });
  }
  return measures;
}

/** The full ref of the holder; undefined when it is none. */
function holderOf({ holder }: UsageMeasurement): string | undefined {
  if (holder === undefined) {
    return undefined;
  }
  try {
    const parsed = parseEntityRef(holder, { defaultKind: UNNAMED_KIND });
    return parsed.kind === UNNAMED_KIND
      ? undefined
      : stringifyEntityRef(parsed);
  } catch {
    return undefined;
  }
}

function holderProblems(
  path: string,
  { kind, holder }: UsageMeasurement,
  holderRef: string | undefined,
): ValidationProblem[] {
  if (kind !== 'seat') {
    return holder === undefined
      ? []
      : [inputProblem(path, 'holder', `nothing; ${kind} has no holder`)];
  }
  return holderRef === undefined
    ? [
        inputProblem(
          path,
          'holder',
          'a reference that names its kind, such as user:default/jane',
          holder === undefined ? 'nothing' : undefined,
        ),
      ]
    : [];
}

function quantityProblems(
  path: string,
  { kind, quantity }: UsageMeasurement,
): ValidationProblem[] {
  if (kind === 'seat') {
    return quantity === undefined
      ? []
      : [inputProblem(path, 'quantity', 'nothing; a seat is used or not')];
  }
  return quantity !== undefined && QUANTITY.test(String(quantity))
    ? []
    : [
        inputProblem(
          path,
          'quantity',
          'a number of at most twelve digits and three decimals',
          quantity === undefined ? 'nothing' : String(quantity),
        ),
      ];
}
