import { createApiRef } from '@backstage/core-plugin-api';
import type { ItamApi } from '@backstage-itam/plugin-itam-common';

/**
 * Reference of the register's API in the browser.
 *
 * The plugin installs an `ItamClient`; replace it to test or to put a cache in
 * between.
 * @public
 */
export const itamApiRef = createApiRef<ItamApi>({
  id: 'plugin.itam.service',
});
