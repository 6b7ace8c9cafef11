import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { PortalSidebar } from './PortalSidebar';

/** The portal's side navigation. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [PortalSidebar],
});
