export type {
  components as ItamApiComponents,
  operations as ItamApiOperations,
} from './generated/types';
export * from './types';
export * from './client';
export type { ItamAuditsApi } from './audits';
export type { ItamCalendarApi } from './calendar';
export type { CloudBillFileType, ItamCloudBillingApi } from './cloudBilling';
export type { ItamConnectorsApi, RunWanted } from './connectors';
export type { ItamDiscoveriesApi } from './discoveries';
export type { ItamFindingsApi } from './findings';
export type { ItamImportsApi } from './imports';
export type { ItamClientOptions } from './registerRequest';
export type { ItamSoftwareApi } from './software';
export type { ItamSuppliersApi } from './suppliers';
export type { ItamTicketsApi } from './tickets';
