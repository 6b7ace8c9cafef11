import type { PolicyFinding } from './evaluatePolicies';
import type { PolicyBreach, PolicyRuleDefinition } from './PolicyRule';
import type { PolicyRuleSettings } from './policySettings';
import { englishText } from './ruleTexts';

/** A breach as a finding about what `ref` names. */
export function findingOf(
  ref: string,
  rule: PolicyRuleDefinition,
  { severity }: Pick<PolicyRuleSettings, 'severity'>,
  { variant, values = {}, path, subject = '' }: PolicyBreach,
): PolicyFinding {
  return {
    ref,
    rule: rule.id,
    area: rule.area,
    severity,
    title: rule.title,
    message: englishText(rule.texts, variant, values),
    variant,
    values,
    ...(path === undefined ? {} : { path }),
    subject,
  };
}
