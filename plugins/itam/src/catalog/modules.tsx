import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { itamKindIcons } from './kindIcons';
import { KNOWN_RELATION_PAIRS, KNOWN_RELATIONS } from './relations';

/**
 * Gives the kinds Asset, License and Contract their icons wherever the catalog
 * shows an entity. Leave it out in a portal with an entity presentation of its
 * own and pass `itamKindIcons` to that instead.
 * @public
 */
export const itamCatalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      name: 'entity-presentation',
      params: defineParams =>
        defineParams({
          api: entityPresentationApiRef,
          deps: { catalogApi: catalogApiRef },
          factory: ({ catalogApi }) =>
            DefaultEntityPresentationApi.create({
              catalogApi,
              kindIcons: itamKindIcons,
            }),
        }),
    }),
  ],
});

/**
 * Teaches the catalog graph the relations of IT assets.
 * @public
 */
export const itamCatalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              knownRelations: KNOWN_RELATIONS,
              knownRelationPairs: KNOWN_RELATION_PAIRS,
              // The constructor reads it although it is declared optional.
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});
