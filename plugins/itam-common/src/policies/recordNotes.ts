import type { PolicyRuleDefinition } from './PolicyRule';

/**
 * What records say of themselves beside the findings of rules.
 * @public
 */
export const RECORD_NOTES = {
  'leased-and-bought': {
    message:
      'It has a purchase and is covered by a lease that has charges: it counts twice',
  },
  'reference-unresolved': {
    message: '{{path}}: {{ref}} does not exist, or you may not see it',
  },
  'removed-without-disposal': {
    message: 'Removed on {{day}} without a disposal',
  },
} as const satisfies Readonly<Record<string, PolicyRuleDefinition['texts']>>;
