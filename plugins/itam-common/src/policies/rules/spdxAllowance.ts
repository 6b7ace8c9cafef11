import type { Info } from 'spdx-expression-parse';

/** Lists of SPDX ids; an empty list of allowed ones allows all. */
export interface SpdxLists {
  allow: readonly string[];
  deny: readonly string[];
}

/**
 * Whether software under an expression can be used under allowed licences
 * only: of `A OR B` one has to be allowed, of `A AND B` both. `A+` stands for
 * A or any later version and is judged as `A-or-later` and as `A`.
 */
export function isExpressionAllowed(
  expression: Info,
  lists: SpdxLists,
): boolean {
  if ('conjunction' in expression) {
    const { conjunction, left, right } = expression;
    return conjunction === 'or'
      ? isExpressionAllowed(left, lists) || isExpressionAllowed(right, lists)
      : isExpressionAllowed(left, lists) && isExpressionAllowed(right, lists);
  }
  const names = (
    expression.plus
      ? [expression.license, `${expression.license}-or-later`]
      : [expression.license]
  ).map(name => name.toLowerCase());
  const has = (list: readonly string[]) =>
    list.some(name => names.includes(name.toLowerCase()));
  return !has(lists.deny) && (lists.allow.length === 0 || has(lists.allow));
}
