import { describeType, describeValue } from './describe';

/**
 * One thing that is wrong with an entity.
 *
 * Below `spec.financials` neither `found` nor `message` carries a value:
 * validation errors are stored where every reader of the catalog sees them.
 * @public
 */
export interface ValidationProblem {
  /** Where, such as `spec.financials.purchase.currency`. */
  path: string;
  /** A short, stable name of the rule, such as `currency`. */
  rule: string;
  /** What was found; below `spec.financials` its type only. */
  found?: string;
  /** What is allowed there. */
  allowed: string;
  /** Path, found and allowed in one line. */
  message: string;
}

/**
 * Whether values at the path are money, which no message may repeat. A spec
 * that is no object may be anything, money included.
 */
export function isMoneyPath(path: string): boolean {
  return path === 'spec' || /^spec\.financials(?![\w-])/.test(path);
}

/**
 * Makes a problem from the value found; the one place where values are turned
 * into text, so that money cannot slip through.
 */
export function problemWithValue(options: {
  path: string;
  rule: string;
  value: unknown;
  allowed: string;
}): ValidationProblem {
  const { path, rule, value, allowed } = options;
  const found = isMoneyPath(path) ? describeType(value) : describeValue(value);
  return problem({ path, rule, found, allowed });
}

/**
 * Makes a problem from facts that carry no value of the entity.
 */
export function problem(options: {
  path: string;
  rule: string;
  found?: string;
  allowed: string;
}): ValidationProblem {
  const { path, rule, found, allowed } = options;
  const message =
    found === undefined
      ? `${path}: ${allowed}`
      : `${path}: found ${found}; allowed: ${allowed}`;
  return {
    path,
    rule,
    ...(found === undefined ? {} : { found }),
    allowed,
    message,
  };
}
