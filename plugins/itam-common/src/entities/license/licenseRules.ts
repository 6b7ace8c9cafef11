import parseSpdx from 'spdx-expression-parse';
import { readRef } from '../references/readRef';
import { datedListProblems, endBeforeStart } from '../validation/dateProblems';
import { type KindRules, sharedRules } from '../validation/KindRules';
import type { SpecField } from '../validation/SpecField';
import {
  problemWithValue,
  type ValidationProblem,
} from '../validation/ValidationProblem';
import { countsHeads } from './licenseMetrics';

/** What a License's schema cannot say. */
export const licenseRules: KindRules = (spec, context) => [
  ...sharedRules(spec, context),
  ...endBeforeStart(spec.at('term').at('start'), spec.at('term').at('end')),
  ...quantityProblems(spec),
  ...datedListProblems(spec.at('quantityChanges')),
  ...assignmentProblems(spec, context.namespace),
  ...expressionProblems(spec.at('licenseExpression')),
];

function quantityProblems(spec: SpecField): ValidationProblem[] {
  const metric = spec.at('metric').text();
  if (metric === undefined || !countsHeads(metric)) {
    return [];
  }
  const quantities = [
    spec.at('quantity'),
    ...spec
      .at('quantityChanges')
      .items()
      .map(change => change.at('quantity')),
  ];
  return quantities.flatMap(quantity => {
    const value = quantity.finiteNumber();
    return value === undefined || Number.isInteger(value)
      ? []
      : [
          problemWithValue({
            path: quantity.path,
            rule: 'whole-number',
            value,
            allowed: 'a whole number, as the metric counts one by one',
          }),
        ];
  });
}

/** Kinds of seats for metrics that count one kind only. */
const SEAT_KINDS: ReadonlyMap<string, string> = new Map([
  ['named-user', 'user'],
  ['user-cal', 'user'],
  ['device', 'asset'],
  ['device-cal', 'asset'],
  ['core', 'asset'],
  ['processor', 'asset'],
]);

function assignmentProblems(
  spec: SpecField,
  namespace: string,
): ValidationProblem[] {
  const seatKind = SEAT_KINDS.get(spec.at('metric').text() ?? '');
  return spec
    .at('assignments')
    .items()
    .flatMap(assignment => {
      const problems = endBeforeStart(
        assignment.at('from'),
        assignment.at('until'),
      );
      const to = assignment.at('to');
      const read = readRef(to.text() ?? '', 'assignment', namespace);
      if (read.ok && seatKind && !read.ref.startsWith(`${seatKind}:`)) {
        problems.push(
          problemWithValue({
            path: to.path,
            rule: 'ref-kind',
            value: to.value,
            allowed: `a reference to a kind the metric counts: ${seatKind}`,
          }),
        );
      }
      return problems;
    });
}

function expressionProblems(expression: SpecField): ValidationProblem[] {
  const text = expression.text();
  // Longer ones are refused already; the parser recurses on brackets.
  if (text === undefined || text.length > 200) {
    return [];
  }
  try {
    parseSpdx(text);
    return [];
  } catch {
    return [
      problemWithValue({
        path: expression.path,
        rule: 'spdx',
        value: text,
        allowed: 'an SPDX licence expression, such as MIT OR Apache-2.0',
      }),
    ];
  }
}
