import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogGraphApiRef,
  CatalogGraphPage,
  DefaultCatalogGraphApi,
  EntityCatalogGraphCard,
} from '@backstage/plugin-catalog-graph';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import { itamKindIcons } from './kindIcons';
import { withTexts } from '../translation/loadTexts';
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

// The graph's own card and page, with relations in words.
const relationsCard = catalogGraphPlugin
  .getExtension('entity-card:catalog-graph/relations')
  .override({
    factory: (originalFactory, { config }) =>
      originalFactory({
        params: {
          loader: async () => {
            const { RelationLabel } = await withTexts(
              () => import('./RelationLabel'),
            );
            return (
              <EntityCatalogGraphCard {...config} renderLabel={RelationLabel} />
            );
          },
        },
      }),
  });
const graphPage = catalogGraphPlugin
  .getExtension('page:catalog-graph')
  .override({
    factory: (originalFactory, { config }) =>
      originalFactory({
        params: {
          loader: async () => {
            const { RelationLabel } = await withTexts(
              () => import('./RelationLabel'),
            );
            return (
              <CatalogGraphPage
                {...config}
                initialState={config}
                renderLabel={RelationLabel}
              />
            );
          },
        },
      }),
  });

/**
 * Teaches the catalog graph the relations of IT assets, and names relations in
 * words on its card and its page.
 * @public
 */
export const itamCatalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    relationsCard,
    graphPage,
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
