import { datedListProblems } from './dateProblems';
import { chargeListProblems } from './chargeListProblems';
import { servicesProblems } from './shareProblems';
import { readRef } from '../references/readRef';
import type { RefRoleName } from '../references/refRoles';
import type { SpecField } from './SpecField';
import { problem, type ValidationProblem } from './ValidationProblem';

/** What the rules of a kind may know besides the spec. */
export interface RuleContext {
  /** The entity's namespace, which references inherit. */
  namespace: string;
  /** The entity's own ref; undefined while its name is wrong. */
  selfRef: string | undefined;
}

/** The rules of a kind that no schema can say. */
export type KindRules = (
  spec: SpecField,
  context: RuleContext,
) => ValidationProblem[];

/** The rules that all kinds share. */
export function sharedRules(
  spec: SpecField,
  context: RuleContext,
): ValidationProblem[] {
  const financials = spec.at('financials');
  return [
    ...datedListProblems(spec.at('owner')),
    ...servicesProblems(spec.at('services'), context.namespace),
    ...datedListProblems(financials.at('costCenter')),
    ...chargeListProblems(financials.at('charges')),
  ];
}

/** A record that names itself where another is meant. */
export function selfReferenceProblems(
  field: SpecField,
  role: RefRoleName,
  context: RuleContext,
): ValidationProblem[] {
  const text = field.text();
  if (text === undefined || context.selfRef === undefined) {
    return [];
  }
  const read = readRef(text, role, context.namespace);
  return read.ok && read.ref === context.selfRef
    ? [
        problem({
          path: field.path,
          rule: 'self-reference',
          found: 'the record itself',
          allowed: 'another record',
        }),
      ]
    : [];
}
