import { ALL_POLICY_RULES } from './policyPractices';
import { RECORD_NOTES } from './recordNotes';
import type { RuleTexts } from './ruleTexts';

/**
 * All texts of rules and notes in English, as translations have them: by
 * `<rule>.title`, `<rule>.description` and `<rule>.<name of the text>`.
 * @public
 */
export function allRuleTexts(): Record<string, string> {
  return Object.fromEntries([
    ...ALL_POLICY_RULES.flatMap(({ id, title, description, texts }) =>
      entriesOf(id, { title, description, ...texts }),
    ),
    ...Object.entries(RECORD_NOTES).flatMap(([id, texts]) =>
      entriesOf(id, texts),
    ),
  ]);
}

function entriesOf(rule: string, texts: RuleTexts): [string, string][] {
  return Object.entries(texts).map(([name, text]) => [`${rule}.${name}`, text]);
}
