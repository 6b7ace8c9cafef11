import { convertLegacyRouteRefs } from '@backstage/core-compat-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { ItamClient } from '@backstage-itam/plugin-itam-common';
import { RiAddBoxLine, RiHardDrive2Line } from '@remixicon/react';
import { itamApiRef } from './api';
import { useRecordMenuItem } from './entity/menu/useRecordMenuItem';
import { useRegisterMenuItem } from './entity/menu/useRegisterMenuItem';
import { homeWidgets } from './home/widgets';
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

const SERVICE_KINDS = ['component', 'system', 'resource', 'api', 'domain'];
const RECORD_KINDS = ['asset', 'license', 'contract'];

const routes = convertLegacyRouteRefs({
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
});

const itamApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: itamApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new ItamClient(dependencies),
    }),
});

const itamPage = PageBlueprint.make({
  params: {
    path: '/it-assets',
    title: 'IT Assets',
    icon: <RiHardDrive2Line />,
    routeRef: routes.root,
  },
});

const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'overview',
    title: 'Overview',
    loader: () =>
      withSectionTexts(() => import('./overview/OverviewPage')).then(module => (
        <module.OverviewPage />
      )),
  },
});

const ownershipPage = SubPageBlueprint.make({
  name: 'ownership',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'ownership',
    title: 'Ownership',
    loader: () =>
      withSectionTexts(() => import('./ownership/OwnershipPage')).then(
        module => <module.OwnershipPage />,
      ),
  },
});

const registerPage = SubPageBlueprint.make({
  name: 'records',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'records',
    title: 'Register',
    loader: () =>
      withTexts(() => import('./pages/RecordsRouter')).then(module => (
        <module.RecordsRouter />
      )),
  },
});

const licencesPage = SubPageBlueprint.make({
  name: 'licences',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'licences',
    title: 'Licences',
    loader: () =>
      withSectionTexts(() => import('./licences/LicencesPage')).then(module => (
        <module.LicencesPage />
      )),
  },
});

const contractsPage = SubPageBlueprint.make({
  name: 'contracts',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'contracts',
    title: 'Contracts',
    loader: () =>
      withSectionTexts(() => import('./contracts/ContractsRouter')).then(
        module => <module.ContractsRouter />,
      ),
  },
});

const financePage = SubPageBlueprint.make({
  name: 'finance',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'finance',
    title: 'Finance',
    loader: () =>
      withSectionTexts(() => import('./finance/FinanceRouter')).then(module => (
        <module.FinanceRouter />
      )),
  },
});

const importPage = SubPageBlueprint.make({
  name: 'import',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'import',
    title: 'Import',
    loader: () =>
      withSectionTexts(() => import('./imports/ImportsRouter')).then(module => (
        <module.ImportsRouter />
      )),
  },
});

const auditsPage = SubPageBlueprint.make({
  name: 'audits',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'audits',
    // On one line, also where the tabs have little room.
    title: 'Audits\u00a0&\u00a0policies',
    loader: () =>
      withSectionTexts(() => import('./audits/AuditsRouter')).then(module => (
        <module.AuditsRouter />
      )),
  },
});

const healthPage = SubPageBlueprint.make({
  name: 'health',
  attachTo: { id: 'page:itam', input: 'pages' },
  params: {
    path: 'health',
    title: 'Health',
    loader: () =>
      withSectionTexts(() => import('./pages/HealthPage')).then(module => (
        <module.HealthPage />
      )),
  },
});

const costCard = EntityCardBlueprint.make({
  name: 'cost',
  params: {
    type: 'content',
    filter: { kind: { $in: SERVICE_KINDS } },
    loader: () =>
      withTexts(() => import('./entity/EntityCostCard')).then(module => (
        <module.EntityCostCard />
      )),
  },
});

const costContent = EntityContentBlueprint.make({
  name: 'assets-cost',
  params: {
    path: 'assets-cost',
    title: 'Assets & cost',
    group: 'operation',
    filter: { kind: { $in: [...SERVICE_KINDS, 'group', 'user'] } },
    loader: () =>
      withTexts(() => import('./entity/EntityCostContent')).then(module => (
        <module.EntityCostContent />
      )),
  },
});

const groupCard = EntityCardBlueprint.make({
  name: 'group-cost',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () =>
      withSectionTexts(() => import('./entity/GroupCostCard')).then(module => (
        <module.GroupCostCard />
      )),
  },
});

const userCard = EntityCardBlueprint.make({
  name: 'user-holdings',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () =>
      withTexts(() => import('./entity/UserHoldingsCard')).then(module => (
        <module.UserHoldingsCard />
      )),
  },
});

const recordCard = EntityCardBlueprint.make({
  name: 'record',
  params: {
    type: 'content',
    filter: { kind: { $in: RECORD_KINDS } },
    loader: () =>
      withTexts(() => import('./entity/EntityRecordCard')).then(module => (
        <module.EntityRecordCard />
      )),
  },
});

const recordMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'open-record',
  params: {
    icon: <RiHardDrive2Line size={16} />,
    filter: { kind: { $in: RECORD_KINDS } },
    useProps: useRecordMenuItem,
  },
});

const registerMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'register-for-service',
  params: {
    icon: <RiAddBoxLine size={16} />,
    filter: { kind: { $in: SERVICE_KINDS } },
    useProps: useRegisterMenuItem,
  },
});

// Off until a tool with tickets is connected: an empty card would leave a gap.
const ticketsCard = EntityCardBlueprint.make({
  name: 'tickets',
  disabled: true,
  params: {
    type: 'content',
    filter: { kind: { $in: [...SERVICE_KINDS, 'group'] } },
    loader: () =>
      withTexts(() => import('./tickets/EntityTicketsCard')).then(module => (
        <module.EntityTicketsCard />
      )),
  },
});

// A page of its own, since it is no tab; addresses of other tools lead to it.
const configurationItemPage = PageBlueprint.make({
  name: 'configuration-item',
  params: {
    path: '/it-assets/ci',
    title: 'IT Assets',
    loader: () =>
      withTexts(() => import('./tickets/ConfigurationItemPage')).then(
        module => <module.ConfigurationItemPage />,
      ),
  },
});

const searchResultItem = SearchResultListItemBlueprint.make({
  params: {
    predicate: result => RECORD_DOCUMENT_TYPES.includes(result.type),
    component: async () =>
      (await withTexts(() => import('./search/RecordResultItem')))
        .ItamRecordResultItem,
  },
});

const searchResultType = SearchFilterResultTypeBlueprint.make({
  name: 'records',
  params: {
    value: 'itam-records',
    name: 'IT assets',
    icon: <RiHardDrive2Line />,
  },
});

/**
 * The plugin for the new frontend system: the IT Assets section, cards and
 * tabs on entity pages, and the register's API.
 *
 * Other packages add tabs to the section by attaching a sub-page to the input
 * `pages` of `page:itam`.
 * @public
 */
export const itamPlugin = createFrontendPlugin({
  pluginId: 'itam',
  title: 'IT Assets',
  icon: <RiHardDrive2Line />,
  info: { packageJson: () => import('../package.json') },
  routes,
  extensions: [
    itamApi,
    itamPage,
    overviewPage,
    registerPage,
    licencesPage,
    contractsPage,
    ownershipPage,
    financePage,
    importPage,
    auditsPage,
    healthPage,
    costCard,
    costContent,
    groupCard,
    userCard,
    recordCard,
    recordMenuItem,
    registerMenuItem,
    ticketsCard,
    configurationItemPage,
    searchResultItem,
    searchResultType,
    ...homeWidgets,
  ],
});
