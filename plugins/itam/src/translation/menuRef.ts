import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { menu } from './menu';

/**
 * Texts that are needed before any page is loaded: the items in the menus of
 * entity pages. All others are in `itamTranslationRef`, which is loaded with
 * the pages.
 * @public
 */
export const itamMenuTranslationRef = createTranslationRef({
  id: 'plugin.itam.menu',
  messages: menu,
  translations: {
    de: () => import('./menu.de'),
  },
});
