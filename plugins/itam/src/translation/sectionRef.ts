import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { sectionMessages } from './sectionMessages';

/**
 * Texts of the tabs of IT Assets that no other page needs: finance, imports,
 * audits, policies, the organisation, suppliers, the calendar, discoveries, health.
 * @public
 */
export const itamSectionTranslationRef = createTranslationRef({
  id: 'plugin.itam.sections',
  messages: sectionMessages,
  translations: {
    de: () => import('./sections.de'),
  },
});
