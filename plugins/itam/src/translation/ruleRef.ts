import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The register sends the English texts itself. */
const messages: Record<string, string> = {};

/**
 * Texts of rules and of what they find, by `<rule>.title`, `<rule>.description`
 * and `<rule>.<variant>`: German shipped. Where the reader's language has none,
 * the English text of the register is shown; `allRuleTexts` of
 * `@backstage-itam/plugin-itam-common` has all of these.
 * @public
 */
export const itamRuleTranslationRef = createTranslationRef({
  id: 'plugin.itam.rules',
  messages,
  translations: {
    de: () => import('./rules.de'),
  },
});
