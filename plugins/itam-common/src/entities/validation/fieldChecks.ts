import { isRefRoleName } from '../references/refRoles';
import { dateProblems } from './dateProblems';
import {
  amountProblems,
  chargeProblems,
  currencyProblems,
  moneyProblems,
} from './moneyProblems';
import { refProblems } from './refProblems';
import { isObject, SpecField } from './SpecField';
import { textProblems } from './textProblems';
import { urlProblems } from './urlProblems';
import { problemWithValue, type ValidationProblem } from './ValidationProblem';

/** What is known about the entity a field stands in. */
export interface FieldContext {
  /** The entity's namespace, which references inherit. */
  namespace: string;
}

type FieldCheck = (
  field: SpecField,
  context: FieldContext,
) => ValidationProblem[];

/** The checks by the name the schema's `$comment` gives. */
const CHECKS: ReadonlyMap<string, FieldCheck> = new Map<string, FieldCheck>([
  ['line', field => textProblems(field, { multiline: false })],
  ['multiline', field => textProblems(field, { multiline: true })],
  ['slug', slugProblems],
  ['date', dateProblems],
  ['url', urlProblems],
  ['currency', currencyProblems],
  // The form only: with the currency it is judged by its object's check.
  ['amount', field => amountProblems(field, undefined)],
  ['money', moneyProblems],
  ['charge', chargeProblems],
]);

/**
 * Runs the checks that go beyond JSON schema on every field the schema names.
 */
export function fieldProblems(
  schema: unknown,
  field: SpecField,
  context: FieldContext,
): ValidationProblem[] {
  if (!isObject(schema) || !field.isPresent()) {
    return [];
  }
  const problems = checkOf(schema)?.(field, context) ?? [];
  if (field.isObject() && isObject(schema.properties)) {
    for (const [name, child] of Object.entries(schema.properties)) {
      problems.push(...fieldProblems(child, field.at(name), context));
    }
  }
  if (schema.items !== undefined) {
    for (const item of field.items()) {
      problems.push(...fieldProblems(schema.items, item, context));
    }
  }
  return problems;
}

function checkOf(schema: Record<string, unknown>): FieldCheck | undefined {
  const comment = schema.$comment;
  if (typeof comment !== 'string' || !comment.startsWith('itam:')) {
    return undefined;
  }
  const [name, role] = comment.slice('itam:'.length).split(':');
  if (name === 'ref' && isRefRoleName(role)) {
    return (field, { namespace }) => refProblems(field, role, namespace);
  }
  return CHECKS.get(name);
}

function slugProblems(field: SpecField): ValidationProblem[] {
  const text = field.text();
  return text === undefined ||
    text === '' ||
    /^[a-z0-9]+([-._][a-z0-9]+)*$/.test(text)
    ? []
    : [
        problemWithValue({
          path: field.path,
          rule: 'slug',
          value: text,
          allowed:
            'lower-case letters and digits, separated by single -, . or _',
        }),
      ];
}
