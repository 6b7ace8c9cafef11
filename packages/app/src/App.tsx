import { createApp } from '@backstage/frontend-defaults';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import homePlugin from '@backstage/plugin-home/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import itamPlugin, {
  itamCatalogGraphModule,
  itamCatalogModule,
} from '@backstage-itam/plugin-itam/alpha';
import { homeModule } from './home';
import { navModule } from './nav';
import { signInModule } from './signIn';

export default createApp({
  features: [
    catalogPlugin,
    catalogGraphPlugin,
    apiDocsPlugin,
    homePlugin,
    notificationsPlugin,
    scaffolderPlugin,
    searchPlugin,
    signalsPlugin,
    orgPlugin,
    userSettingsPlugin,
    itamPlugin,
    itamCatalogModule,
    itamCatalogGraphModule,
    homeModule,
    navModule,
    signInModule,
  ],
});
