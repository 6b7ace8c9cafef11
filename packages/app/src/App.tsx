import { createApp } from '@backstage/frontend-defaults';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import itamPlugin, {
  itamCatalogGraphModule,
  itamCatalogModule,
} from '@backstage-itam/plugin-itam/alpha';
import { navModule } from './nav';
import { signInModule } from './signIn';

export default createApp({
  features: [
    catalogPlugin,
    catalogGraphPlugin,
    apiDocsPlugin,
    orgPlugin,
    userSettingsPlugin,
    itamPlugin,
    itamCatalogModule,
    itamCatalogGraphModule,
    navModule,
    signInModule,
  ],
});
