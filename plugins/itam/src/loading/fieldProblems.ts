import type { ResponseError } from '@backstage/errors';

/** What the register says is wrong with one value of a request. */
export interface FieldProblem {
  /** Where, such as `spec.location` or `reason`. */
  path: string;
  /** What is allowed there. */
  allowed: string;
}

/**
 * The values that the register refused, each with what it allows; none for
 * errors that are not about values.
 */
export function fieldProblemsOf(error: ResponseError): FieldProblem[] {
  const found: unknown = Reflect.get(error.body.error, 'problems');
  return Array.isArray(found) ? found.flatMap(readProblem) : [];
}

function readProblem(value: unknown): FieldProblem[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const path: unknown = Reflect.get(value, 'path');
  const allowed: unknown = Reflect.get(value, 'allowed');
  return typeof path === 'string' && typeof allowed === 'string'
    ? [{ path, allowed }]
    : [];
}
