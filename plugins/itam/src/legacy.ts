import type { JSX } from 'react';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import type { SearchDocument } from '@backstage/plugin-search-common';
import {
  createSearchResultListItemExtension,
  type SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { ItamClient } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from './api';
import {
  auditsRouteRef,
  budgetRouteRef,
  contractsRouteRef,
  financeCompareRouteRef,
  financeRouteRef,
  healthRouteRef,
  importRouteRef,
  importsRouteRef,
  licencesRouteRef,
  overviewRouteRef,
  ownershipRouteRef,
  recordRouteRef,
  registerRouteRef,
  rootRouteRef,
  supplierRouteRef,
  suppliersRouteRef,
} from './routes';
import { RECORD_DOCUMENT_TYPES } from './search/documentTypes';
import { withSectionTexts, withTexts } from './translation/loadTexts';

/**
 * The plugin for portals on the legacy frontend system.
 * @public
 */
export const itamPlugin = createPlugin({
  id: 'itam',
  apis: [
    createApiFactory({
      api: itamApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new ItamClient(dependencies),
    }),
  ],
  routes: {
    root: rootRouteRef,
    overview: overviewRouteRef,
    ownership: ownershipRouteRef,
    register: registerRouteRef,
    record: recordRouteRef,
    licences: licencesRouteRef,
    contracts: contractsRouteRef,
    suppliers: suppliersRouteRef,
    supplier: supplierRouteRef,
    finance: financeRouteRef,
    compare: financeCompareRouteRef,
    budget: budgetRouteRef,
    imports: importsRouteRef,
    import: importRouteRef,
    audits: auditsRouteRef,
    health: healthRouteRef,
  },
});

/**
 * The IT Assets section; mount it at `/it-assets`.
 * @public
 */
export const ItamPage: () => JSX.Element = itamPlugin.provide(
  createRoutableExtension({
    name: 'ItamPage',
    component: () =>
      withSectionTexts(() => import('./pages/ItamPage')).then(m => m.ItamPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * Cost card for the overview of a Component, System, Resource, API or Domain.
 * @public
 */
export const EntityCostCard: () => JSX.Element = itamPlugin.provide(
  createComponentExtension({
    name: 'EntityCostCard',
    component: {
      lazy: () =>
        withTexts(() => import('./entity/EntityCostCard')).then(
          m => m.EntityCostCard,
        ),
    },
  }),
);

/**
 * "Assets & cost" tab; mount it in an entity page at `/assets-cost`.
 * @public
 */
export const EntityCostContent: () => JSX.Element = itamPlugin.provide(
  createComponentExtension({
    name: 'EntityCostContent',
    component: {
      lazy: () =>
        withTexts(() => import('./entity/EntityCostContent')).then(
          m => m.EntityCostContent,
        ),
    },
  }),
);

/**
 * What a Group owns and its services use.
 * @public
 */
export const GroupCostCard: () => JSX.Element = itamPlugin.provide(
  createComponentExtension({
    name: 'GroupCostCard',
    component: {
      lazy: () =>
        withSectionTexts(() => import('./entity/GroupCostCard')).then(
          m => m.GroupCostCard,
        ),
    },
  }),
);

/**
 * What a User holds.
 * @public
 */
export const UserHoldingsCard: () => JSX.Element = itamPlugin.provide(
  createComponentExtension({
    name: 'UserHoldingsCard',
    component: {
      lazy: () =>
        withTexts(() => import('./entity/UserHoldingsCard')).then(
          m => m.UserHoldingsCard,
        ),
    },
  }),
);

/**
 * The record behind an Asset, License or Contract entity.
 * @public
 */
export const EntityRecordCard: () => JSX.Element = itamPlugin.provide(
  createComponentExtension({
    name: 'EntityRecordCard',
    component: {
      lazy: () =>
        withTexts(() => import('./entity/EntityRecordCard')).then(
          m => m.EntityRecordCard,
        ),
    },
  }),
);

/**
 * Open tickets about a service or what a Group owns; nothing where no tool
 * with tickets is connected.
 * @public
 */
export const EntityTicketsCard: () => JSX.Element = itamPlugin.provide(
  createComponentExtension({
    name: 'EntityTicketsCard',
    component: {
      lazy: () =>
        withTexts(() => import('./tickets/EntityTicketsCard')).then(
          m => m.EntityTicketsCard,
        ),
    },
  }),
);

/**
 * A record of the register among search results; give it to the result list
 * of your search page.
 * @public
 */
export const ItamRecordSearchResultItem: (
  props: SearchResultListItemExtensionProps<{ result?: SearchDocument }>,
) => JSX.Element | null = itamPlugin.provide(
  createSearchResultListItemExtension({
    name: 'ItamRecordSearchResultItem',
    predicate: result => RECORD_DOCUMENT_TYPES.includes(result.type),
    component: () =>
      withTexts(() => import('./search/RecordResultItem')).then(
        m => m.ItamRecordResultItem,
      ),
  }),
);

/**
 * Renewals ahead as a card of a home page.
 * @public
 */
export const HomeRenewals: (props: { title?: string }) => JSX.Element =
  itamPlugin.provide(
    createCardExtension<{ title?: string }>({
      name: 'HomeRenewals',
      title: 'Renewals ahead',
      components: () =>
        withTexts(() => import('./home/RenewalsAhead')).then(m => ({
          Content: m.RenewalsAhead,
        })),
    }),
  );

/**
 * What the reader holds as a card of a home page.
 * @public
 */
export const HomeMyAssets: (props: { title?: string }) => JSX.Element =
  itamPlugin.provide(
    createCardExtension<{ title?: string }>({
      name: 'HomeMyAssets',
      title: 'What I hold',
      components: () =>
        withTexts(() => import('./home/MyAssets')).then(m => ({
          Content: m.MyAssets,
        })),
    }),
  );

/**
 * What the reader's teams spend as a card of a home page.
 * @public
 */
export const HomeTeamSpend: (props: { title?: string }) => JSX.Element =
  itamPlugin.provide(
    createCardExtension<{ title?: string }>({
      name: 'HomeTeamSpend',
      title: "My teams' spend",
      components: () =>
        withTexts(() => import('./home/TeamSpend')).then(m => ({
          Content: m.TeamSpend,
        })),
    }),
  );
