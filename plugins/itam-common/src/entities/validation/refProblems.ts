import { readRef } from '../references/readRef';
import type { RefRoleName } from '../references/refRoles';
import type { SpecField } from './SpecField';
import { problemWithValue, type ValidationProblem } from './ValidationProblem';

/** A reference that cannot be read, or points to a kind that is not meant. */
export function refProblems(
  field: SpecField,
  role: RefRoleName,
  namespace: string,
): ValidationProblem[] {
  const text = field.text();
  if (text === undefined || text === '') {
    return [];
  }
  const read = readRef(text, role, namespace);
  return read.ok
    ? []
    : [
        problemWithValue({
          path: field.path,
          rule: read.rule,
          value: text,
          allowed: read.allowed,
        }),
      ];
}
