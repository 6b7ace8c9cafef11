import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import itamPlugin, {
  itamCatalogGraphModule,
  itamCatalogModule,
} from '../src/alpha';
import { itamApiRef } from '../src/api';
import {
  assetEntity,
  groupEntity,
  organisationEntities,
  serviceEntity,
  userEntity,
} from '../src/fixtures';
import { devApi } from './devApi';

const fixtures = itamPlugin.withOverrides({
  extensions: [
    itamPlugin.getExtension('api:itam').override({
      params: defineParams =>
        defineParams({ api: itamApiRef, deps: {}, factory: devApi }),
    }),
  ],
});

const catalog = catalogPlugin.withOverrides({
  extensions: [
    catalogPlugin.getExtension('api:catalog').override({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () =>
            catalogApiMock({
              entities: [
                assetEntity,
                groupEntity,
                serviceEntity,
                userEntity,
                ...organisationEntities.slice(1),
              ],
            }),
        }),
    }),
  ],
});

createDevApp({
  features: [
    fixtures,
    catalog,
    catalogGraphPlugin,
    itamCatalogModule,
    itamCatalogGraphModule,
  ],
});
