import {
  ALL_POLICY_RULES,
  practiceOf,
  type PolicyList,
  type PolicyRuleDefinition,
  type PolicyRuleSettings,
} from '@backstage-itam/plugin-itam-common';
import type { WriteDeps } from '../../permissions/writeAccess';
import { countByRule } from '../../stores/findings/listFindings';
import { findingScopeOf } from '../findings/findingScope';
import type { ReadContext, ReadDeps } from '../records/readContext';

type Rule = PolicyList['rules'][number];

/** The rules, how they are set, and how much of them the caller may see. */
export async function listPolicies(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
): Promise<PolicyList> {
  const counts = await countByRule(
    deps.knex,
    await findingScopeOf(deps, context),
  );
  const countOf = (rule: string, state: string) =>
    counts.find(one => one.rule === rule && one.state === state)?.count ?? 0;
  return {
    rules: ALL_POLICY_RULES.flatMap(rule => {
      const set = deps.config.policies.settings.get(rule.id);
      return set
        ? [
            {
              id: rule.id,
              area: rule.area,
              practice: practiceOf(rule.id),
              severity: set.severity,
              defaultSeverity: rule.severity,
              enabled: set.enabled,
              title: rule.title,
              description: rule.description,
              settings: settingsOf(rule, set),
              open: countOf(rule.id, 'open'),
              accepted: countOf(rule.id, 'accepted'),
            },
          ]
        : [];
    }),
  };
}

function settingsOf(
  { numbers = {}, lists = {} }: PolicyRuleDefinition,
  set: PolicyRuleSettings,
): Rule['settings'] {
  return [
    ...Object.entries(numbers).map(([name, { description }]) => ({
      name,
      description,
      number: set.number(name),
    })),
    ...Object.entries(lists).map(([name, { description }]) => ({
      name,
      description,
      list: [...set.list(name)],
    })),
  ];
}
