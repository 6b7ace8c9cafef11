import { readRef } from '../references/readRef';
import { endBeforeStart } from '../validation/dateProblems';
import {
  type KindRules,
  selfReferenceProblems,
  sharedRules,
} from '../validation/KindRules';
import type { SpecField } from '../validation/SpecField';
import {
  problem,
  problemWithValue,
  type ValidationProblem,
} from '../validation/ValidationProblem';

/** What a Contract's schema cannot say. */
export const contractRules: KindRules = (spec, context) => [
  ...sharedRules(spec, context),
  ...endBeforeStart(spec.at('term').at('start'), spec.at('term').at('end')),
  ...selfReferenceProblems(spec.at('partOf'), 'contractPart', context),
  ...coverProblems(spec.at('covers'), context.namespace),
  ...renewalProblems(spec),
];

function coverProblems(
  covers: SpecField,
  namespace: string,
): ValidationProblem[] {
  const seen = new Set<string>();
  return covers.items().flatMap(cover => {
    const field = cover.isObject() ? cover.at('ref') : cover;
    const read = readRef(field.text() ?? '', 'cover', namespace);
    if (!read.ok) {
      return [];
    }
    if (seen.has(read.ref)) {
      return [
        problemWithValue({
          path: field.path,
          rule: 'duplicate-cover',
          value: field.value,
          allowed: 'each record once',
        }),
      ];
    }
    seen.add(read.ref);
    return [];
  });
}

function renewalProblems(spec: SpecField): ValidationProblem[] {
  const renewal = spec.at('renewal');
  const problems: ValidationProblem[] = [];
  const required = (field: SpecField, why: string) => {
    if (!field.isPresent()) {
      problems.push(
        problem({
          path: field.path,
          rule: 'required',
          found: 'nothing',
          allowed: `required: ${why}`,
        }),
      );
    }
  };
  if (renewal.at('kind').text() === 'automatic') {
    required(renewal.at('months'), 'how long an automatic renewal lasts');
    required(
      spec.at('term').at('end'),
      'the last day before the automatic renewal',
    );
  }
  if (
    renewal.at('noticeDays').isPresent() &&
    renewal.at('noticeMonths').isPresent()
  ) {
    problems.push(
      problem({
        path: renewal.at('noticeMonths').path,
        rule: 'notice',
        found: 'a notice period in months beside one in days',
        allowed: 'either noticeDays or noticeMonths',
      }),
    );
  }
  return problems;
}
