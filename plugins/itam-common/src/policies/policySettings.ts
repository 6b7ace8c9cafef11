import { InputError } from '@backstage/errors';
import { closest, distance } from 'fastest-levenshtein';
import { describeName, describeValue } from '../entities/validation/describe';
import { isObject } from '../entities/validation/SpecField';
import {
  POLICY_SEVERITIES,
  type PolicyRuleDefinition,
  type PolicySeverity,
  type RuleSettings,
} from './PolicyRule';
import { ALL_POLICY_RULES } from './policyPractices';

/**
 * How rules are set: whether they are run, how much their findings matter,
 * and their thresholds.
 * @public
 */
export type PolicySettings = ReadonlyMap<string, PolicyRuleSettings>;

/**
 * How one rule is set.
 * @public
 */
export interface PolicyRuleSettings extends RuleSettings {
  /** Whether the rule is run. */
  enabled: boolean;
  /** How much its findings matter. */
  severity: PolicySeverity;
}

/**
 * Reads settings of rules from a plain object, such as configuration:
 * `{ 'owner-missing': { severity: error }, 'last-seen': { days: 60 } }`.
 *
 * Keys are ids of rules; `enabled`, `severity` and the numbers and lists the
 * rule has are read from each. What is not set has its default. Throws
 * InputError with everything that is wrong in one message, each with its path
 * and what is allowed.
 * @public
 */
export function readPolicySettings(
  input: unknown = {},
  rules: readonly PolicyRuleDefinition[] = ALL_POLICY_RULES,
): PolicySettings {
  const errors: string[] = [];
  if (!isObject(input)) {
    throw new InputError(
      `Policy settings have to be an object with rule ids as keys; found ${describeValue(
        input,
      )}`,
    );
  }
  for (const id of Object.keys(input)) {
    if (!rules.some(rule => rule.id === id)) {
      errors.push(
        `${describeName(id)}: no such rule${didYouMean(
          id,
          rules.map(rule => rule.id),
        )}`,
      );
    }
  }
  const settings = new Map(
    rules.map((rule): [string, PolicyRuleSettings] => [
      rule.id,
      readRule(
        rule,
        Object.hasOwn(input, rule.id) ? input[rule.id] : {},
        errors,
      ),
    ]),
  );
  if (errors.length > 0) {
    throw new InputError(
      ['Policy settings have problems:', ...errors.map(one => `- ${one}`)].join(
        '\n',
      ),
    );
  }
  return settings;
}

function readRule(
  rule: PolicyRuleDefinition,
  input: unknown,
  errors: string[],
): PolicyRuleSettings {
  const refuse = (path: string, value: unknown, allowed: string) => {
    errors.push(
      `${rule.id}${path}: found ${describeValue(value)}; allowed: ${allowed}`,
    );
  };
  const given = isObject(input) ? input : {};
  if (!isObject(input)) {
    refuse('', input, 'an object with the settings of the rule');
  }
  const { numbers: numberSettings = {}, lists: listSettings = {} } = rule;
  const names = [
    'enabled',
    'severity',
    ...Object.keys(numberSettings),
    ...Object.keys(listSettings),
  ];
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) {
      errors.push(
        `${rule.id}.${describeName(name)}: no such setting${didYouMean(
          name,
          names,
        )}; allowed: ${names.join(', ')}`,
      );
    }
  }
  let enabled = true;
  if (given.enabled !== undefined) {
    if (typeof given.enabled === 'boolean') {
      enabled = given.enabled;
    } else {
      refuse('.enabled', given.enabled, 'true or false');
    }
  }
  let severity = rule.severity;
  if (given.severity !== undefined) {
    const known = POLICY_SEVERITIES.find(one => one === given.severity);
    if (known) {
      severity = known;
    } else {
      refuse(
        '.severity',
        given.severity,
        `one of ${POLICY_SEVERITIES.join(', ')}`,
      );
    }
  }
  const numbers = new Map<string, number>();
  for (const [name, setting] of Object.entries(numberSettings)) {
    const value = given[name] ?? setting.default;
    if (
      typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= setting.minimum &&
      value <= setting.maximum
    ) {
      numbers.set(name, value);
    } else {
      refuse(
        `.${name}`,
        value,
        `a whole number from ${setting.minimum} to ${setting.maximum}`,
      );
    }
  }
  const lists = new Map<string, readonly string[]>();
  for (const [name, setting] of Object.entries(listSettings)) {
    const value = given[name] ?? setting.default;
    if (
      Array.isArray(value) &&
      value.every((one): one is string => typeof one === 'string' && one !== '')
    ) {
      const other = setting.words
        ? value.find(one => setting.words?.isAllowed(one) === false)
        : undefined;
      if (setting.words && other !== undefined) {
        refuse(`.${name}`, other, setting.words.allowed);
      }
      lists.set(name, [...value]);
    } else {
      refuse(`.${name}`, value, 'a list of texts');
    }
  }
  return {
    enabled,
    severity,
    number: name => existing(numbers, rule.id, name),
    list: name => existing(lists, rule.id, name),
  };
}

function existing<T>(
  values: ReadonlyMap<string, T>,
  ruleId: string,
  name: string,
): T {
  const value = values.get(name);
  if (value === undefined) {
    throw new RangeError(`The rule ${ruleId} has no setting ${name}`);
  }
  return value;
}

function didYouMean(name: string, known: readonly string[]): string {
  const near = closest(name.slice(0, 60), [...known]);
  return distance(name.slice(0, 60), near) <= 3
    ? ` (did you mean ${near}?)`
    : '';
}
