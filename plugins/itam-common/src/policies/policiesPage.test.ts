import { docSection } from '../entities/testing/docSection';
import { POLICY_AREAS, type PolicyRuleDefinition } from './PolicyRule';
import { ALL_POLICY_RULES, practiceOf } from './policyPractices';

const PAGE = 'reference/policies.md';

function settingsOf({
  numbers = {},
  lists = {},
}: PolicyRuleDefinition): string {
  const texts = [
    ...Object.entries(numbers).map(
      ([name, { default: value, minimum, maximum, description }]) =>
        `\`${name}\` (${value}; ${minimum} to ${maximum}): ${description}`,
    ),
    ...Object.entries(lists).map(
      ([name, { default: values, description }]) =>
        `\`${name}\` (${
          values.length === 0 ? 'none' : values.join(', ')
        }): ${description}`,
    ),
  ];
  return texts.join('<br>');
}

describe('policies on their page', () => {
  it.each(POLICY_AREAS)(
    'have the rules of %s (UPDATE_DOCS=1 writes them)',
    area => {
      const table = [
        '| rule | severity | asks for | practice | settings |',
        '| --- | --- | --- | --- | --- |',
        ...ALL_POLICY_RULES.filter(rule => rule.area === area).map(
          rule =>
            `| \`${rule.id}\` | ${rule.severity} | ${
              rule.description
            } | ${practiceOf(rule.id)} | ${settingsOf(rule)} |`,
        ),
      ].join('\n');
      expect(docSection(PAGE, `rules of ${area}`, table)).toBe(table);
    },
  );
});
