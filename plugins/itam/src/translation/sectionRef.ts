import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { sectionMessages } from './sectionMessages';

/**
 * Texts of the tabs of IT Assets that no other page needs: finance, imports,
 * audits, the organisation, suppliers, the calendar, discoveries.
 * @public
 */
export const itamSectionTranslationRef = createTranslationRef({
  id: 'plugin.itam.sections',
  messages: sectionMessages,
  translations: {
    de: () => import('./sections.de'),
  },
});
