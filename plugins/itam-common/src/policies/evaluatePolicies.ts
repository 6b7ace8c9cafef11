import type { PlainDate } from '../values';
import {
  POLICY_SEVERITIES,
  type PolicyArea,
  type PolicyBreach,
  type PolicyFacts,
  type PolicyRecord,
  type PolicySeverity,
} from './PolicyRule';
import { findingOf } from './findingOf';
import { POLICY_RULES } from './policyRules';
import type { BreachValues } from './ruleTexts';
import type { PolicySettings } from './policySettings';

/**
 * A rule that a record breaks.
 * @public
 */
export interface PolicyFinding {
  /** Full ref of the record. */
  ref: string;
  /** Id of the rule. */
  rule: string;
  /** What the rule is about. */
  area: PolicyArea;
  /** How much it matters, as set. */
  severity: PolicySeverity;
  /** What is wrong, in a few words. */
  title: string;
  /** What is wrong and what to do in English, without any amount. */
  message: string;
  /** Which of the rule's texts the message is. */
  variant: string;
  /** What fills the blanks of that text. */
  values: BreachValues;
  /** The field it is about, where it is about one. */
  path?: string;
  /**
   * Tells several findings of a rule about one record apart: `ref`, `rule` and
   * `subject` together identify a finding from run to run.
   */
  subject: string;
}

/**
 * The rules a record breaks on a date, the gravest first, then in the order of
 * the rules.
 *
 * Only rules that are enabled are run. There is one finding for each rule and
 * subject. Facts that are not known break no rule.
 * @public
 */
export function evaluatePolicies(
  record: PolicyRecord,
  facts: PolicyFacts,
  settings: PolicySettings,
  asOf: PlainDate,
): PolicyFinding[] {
  const findings = POLICY_RULES.flatMap(rule => {
    const set = settings.get(rule.id);
    if (!set?.enabled || !rule.kinds.includes(record.kind)) {
      return [];
    }
    const bySubject = new Map<string, PolicyBreach>();
    for (const breach of rule.evaluate(record, facts, set, asOf)) {
      bySubject.set(breach.subject ?? '', breach);
    }
    return [...bySubject.values()].map(breach =>
      findingOf(record.ref, rule, set, breach),
    );
  });
  return findings.sort(
    (a, b) =>
      POLICY_SEVERITIES.indexOf(a.severity) -
      POLICY_SEVERITIES.indexOf(b.severity),
  );
}
