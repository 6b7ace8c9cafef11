import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * Texts of the plugin: English by default, German shipped.
 * @public
 */
export const itamTranslationRef = createTranslationRef({
  id: 'plugin.itam',
  messages,
  translations: {
    de: () => import('./de'),
  },
});
