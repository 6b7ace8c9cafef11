/** A well-formed request and how it is answered, by persona. */
export interface MatrixRow {
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: object;
  /** A file instead of a JSON body. */
  file?: string;
  /** To: anonymous, member, manager, finance, service, denied. */
  expected: readonly [number, number, number, number, number, number];
}

const db = '/records/asset/default/db';
const github = '/records/license/default/github';
const asset = {
  class: 'digital',
  type: 'document',
  stage: 'planning',
  owner: 'group:default/payments',
};
/** A version nobody can have: who may write is told it is stale. */
const stale = { 'If-Match': '"999"' };
const payments = '/budgets/2026/group%3Adefault%2Fpayments';

/**
 * One request to each operation of the contract by each persona. Writes are
 * refused for a reason that only shows to those who may write, such as a stale
 * version or a record that a file declares, where a success would change what the next persona meets.
 */
export const routeMatrix: Readonly<Partial<Record<string, MatrixRow>>> = {
  listRecords: { path: '/records', expected: [401, 200, 200, 200, 200, 200] },
  countRecords: {
    path: '/records/counts?by=kind',
    expected: [401, 200, 200, 200, 200, 200],
  },
  createRecord: {
    path: '/records',
    body: { kind: 'Asset', title: 'A paper', spec: asset },
    expected: [401, 403, 201, 201, 201, 403],
  },
  exportRecords: {
    path: '/records/export?kind=Asset',
    expected: [401, 200, 200, 200, 200, 200],
  },
  getRecord: { path: db, expected: [401, 200, 200, 200, 200, 404] },
  updateRecord: {
    path: db,
    headers: stale,
    body: { spec: asset },
    expected: [401, 403, 409, 409, 409, 404],
  },
  retireRecord: {
    path: db,
    headers: stale,
    expected: [401, 403, 403, 409, 409, 404],
  },
  restoreRecord: {
    path: `${db}/restore`,
    headers: stale,
    body: { reason: 'A test' },
    expected: [401, 403, 403, 409, 409, 404],
  },
  transitionRecord: {
    path: `${db}/transition`,
    headers: stale,
    body: { to: 'in-repair' },
    expected: [401, 403, 409, 409, 409, 404],
  },
  transitionRecords: {
    path: '/records/transitions',
    body: { refs: ['asset:default/db'], to: 'in-repair' },
    expected: [401, 200, 200, 200, 200, 200],
  },
  listHistory: {
    path: `${db}/history`,
    expected: [401, 200, 200, 200, 200, 404],
  },
  listAssignments: {
    path: `${db}/assignments`,
    expected: [401, 200, 200, 200, 200, 404],
  },
  assignRecord: {
    path: `${db}/assignments`,
    headers: stale,
    body: { to: ['user:default/member'] },
    expected: [401, 403, 409, 409, 409, 404],
  },
  returnAssignments: {
    path: `${db}/assignments/return`,
    headers: stale,
    body: { holders: ['user:default/member'] },
    expected: [401, 403, 409, 409, 409, 404],
  },
  getSchedule: {
    path: `${db}/schedule`,
    expected: [401, 200, 200, 200, 200, 404],
  },
  listServicings: {
    path: `${db}/servicings`,
    expected: [401, 200, 200, 200, 200, 404],
  },
  addServicing: {
    path: `${db}/servicings`,
    body: { date: '2026-10-01', kind: 'repair', title: 'A new fan' },
    expected: [401, 403, 201, 201, 201, 404],
  },
  voidServicing: {
    path: `${db}/servicings/999`,
    expected: [401, 403, 404, 404, 404, 404],
  },
  getUsage: {
    path: `${github}/usage`,
    expected: [401, 200, 200, 200, 200, 404],
  },
  addUsage: {
    path: `${github}/usage`,
    body: {
      measurements: [
        { kind: 'seat', date: '2026-10-01', holder: 'user:default/member' },
      ],
    },
    expected: [401, 403, 200, 200, 200, 404],
  },
  getCosts: {
    path: '/costs?of=component:default/payments-api',
    expected: [401, 200, 200, 200, 200, 403],
  },
  queryCosts: {
    path: '/costs/query',
    body: { of: ['all'] },
    expected: [401, 200, 200, 200, 200, 200],
  },
  compareCosts: {
    path: '/costs/comparison?of=group:default/commerce',
    expected: [401, 403, 200, 200, 200, 403],
  },
  getForecast: {
    path: '/forecast?of=all',
    expected: [401, 403, 403, 200, 200, 403],
  },
  listLicensePositions: {
    path: '/licenses/position',
    expected: [401, 200, 200, 200, 200, 200],
  },
  getLicensePositionRange: {
    path: '/licenses/position/range?license=license:default/github',
    expected: [401, 200, 200, 200, 200, 404],
  },
  listSuppliers: {
    path: '/suppliers',
    expected: [401, 200, 200, 200, 200, 200],
  },
  putSupplierTitle: {
    path: '/suppliers/nobody/title',
    body: { title: 'Nobody, Inc.' },
    expected: [401, 403, 403, 404, 404, 403],
  },
  deleteSupplierTitle: {
    path: '/suppliers/nobody/title',
    expected: [401, 403, 403, 404, 404, 403],
  },
  // No tool is connected here.
  listTickets: {
    path: '/tickets?node=component:default/web',
    expected: [401, 200, 200, 200, 200, 200],
  },
  findConfigurationItem: {
    path: '/configuration-items/servicenow/7',
    expected: [401, 404, 404, 404, 404, 404],
  },
  listRenewals: { path: '/renewals', expected: [401, 200, 200, 200, 200, 200] },
  getRenewalsCalendar: {
    path: '/renewals.ics?token=1.unknown',
    expected: [404, 404, 404, 404, 404, 404],
  },
  getEntitySchema: {
    path: '/.well-known/schemas/catalog-file.json',
    expected: [200, 200, 200, 200, 200, 200],
  },
  listCalendarTokens: {
    path: '/calendar-tokens',
    expected: [401, 200, 200, 200, 403, 200],
  },
  createCalendarToken: {
    path: '/calendar-tokens',
    body: { name: 'Phone' },
    expected: [401, 201, 201, 201, 403, 201],
  },
  revokeCalendarToken: {
    path: '/calendar-tokens/999',
    expected: [401, 404, 404, 404, 403, 404],
  },
  listFindings: { path: '/findings', expected: [401, 200, 200, 200, 200, 200] },
  getFinding: {
    path: '/findings/999999',
    expected: [401, 404, 404, 404, 404, 404],
  },
  acceptFinding: {
    path: '/findings/999999/accept',
    headers: stale,
    body: { reason: 'A test', until: '2026-12-31' },
    expected: [401, 404, 404, 404, 404, 404],
  },
  reopenFinding: {
    path: '/findings/999999/reopen',
    headers: stale,
    body: { reason: 'A test' },
    expected: [401, 404, 404, 404, 404, 404],
  },
  listPolicies: { path: '/policies', expected: [401, 200, 200, 200, 200, 200] },
  listDiscoveries: {
    path: '/discoveries',
    expected: [401, 403, 200, 200, 200, 403],
  },
  addDiscoveredSoftware: {
    path: '/discoveries/software',
    body: {
      source: 'agent',
      entries: [{ name: 'Zoom', user: 'member', lastSeen: '2026-10-01' }],
    },
    expected: [401, 403, 200, 200, 200, 403],
  },
  addDiscoveredSpend: {
    path: '/discoveries/spend',
    body: {
      source: 'ledger',
      entries: [
        {
          date: '2026-10-01',
          supplier: 'Miro',
          amount: { amount: '1.00', currency: 'EUR' },
        },
      ],
    },
    expected: [401, 403, 200, 200, 200, 403],
  },
  getDiscovery: {
    path: '/discoveries/999999',
    expected: [401, 403, 404, 404, 404, 403],
  },
  mapDiscovery: {
    path: '/discoveries/999999/map',
    headers: stale,
    body: { to: 'dell' },
    expected: [401, 403, 404, 404, 404, 403],
  },
  dismissDiscovery: {
    path: '/discoveries/999999/dismiss',
    headers: stale,
    body: { reason: 'A test' },
    expected: [401, 403, 404, 404, 404, 403],
  },
  reopenDiscovery: {
    path: '/discoveries/999999/reopen',
    headers: stale,
    body: { reason: 'A test' },
    expected: [401, 403, 404, 404, 404, 403],
  },
  listAudits: { path: '/audits', expected: [401, 403, 403, 200, 200, 403] },
  createAudit: {
    path: '/audits',
    body: { name: 'A test', scope: { kind: 'Asset' } },
    expected: [401, 403, 403, 201, 201, 403],
  },
  getAudit: {
    path: '/audits/999999',
    expected: [401, 403, 403, 404, 404, 403],
  },
  listAuditItems: {
    path: '/audits/999999/items',
    expected: [401, 403, 403, 404, 404, 403],
  },
  observeAuditItem: {
    path: '/audits/999999/items',
    body: { tag: 'HW-2', outcome: 'found' },
    expected: [401, 403, 403, 404, 404, 403],
  },
  closeAudit: {
    path: '/audits/999999/close',
    headers: stale,
    body: { apply: false },
    expected: [401, 403, 403, 404, 404, 403],
  },
  listBudgets: { path: '/budgets', expected: [401, 200, 200, 200, 200, 200] },
  putBudget: {
    path: payments,
    headers: stale,
    body: { amount: { amount: '1.00', currency: 'EUR' } },
    expected: [401, 403, 403, 412, 412, 403],
  },
  getBudget: { path: payments, expected: [401, 404, 404, 404, 404, 403] },
  deleteBudget: {
    path: payments,
    headers: stale,
    expected: [401, 403, 403, 412, 412, 403],
  },
  listRates: { path: '/rates', expected: [401, 200, 200, 200, 200, 200] },
  putRates: {
    path: '/rates',
    body: {
      rates: [{ date: '2026-10-01', currency: 'USD', unitsPerEuro: '1.2' }],
    },
    expected: [401, 403, 403, 200, 200, 403],
  },
  deleteRate: {
    path: '/rates?date=2026-01-31&currency=USD',
    expected: [401, 403, 403, 404, 404, 403],
  },
  getClosing: { path: '/closing', expected: [401, 200, 200, 200, 200, 200] },
  putClosing: {
    path: '/closing',
    headers: stale,
    body: { closedThrough: '2026-01' },
    expected: [401, 403, 403, 412, 412, 403],
  },
  getDepreciationReport: {
    path: '/reports/depreciation',
    expected: [401, 403, 200, 200, 200, 403],
  },
  getServiceSoftware: {
    path: '/services/component/default/payments-api/software',
    expected: [401, 200, 200, 200, 200, 404],
  },
  // Without components, and the same each time.
  putServiceSoftware: {
    path: '/services/component/default/payments-api/software',
    headers: { 'Content-Type': 'application/vnd.cyclonedx+json' },
    file: '{"bomFormat":"CycloneDX","specVersion":"1.6"}',
    expected: [401, 403, 200, 200, 200, 403],
  },
  // Of a service without one.
  deleteServiceSoftware: {
    path: '/services/component/default/lonely/software',
    expected: [401, 403, 404, 404, 404, 403],
  },
  // Nothing is configured; who may deliver is told so.
  deliverCloudBill: {
    path: '/cloud-billing/deliveries',
    headers: { 'Content-Type': 'text/csv' },
    expected: [401, 403, 409, 409, 409, 403],
  },
  listCloudDeliveries: {
    path: '/cloud-billing/deliveries',
    expected: [401, 403, 200, 200, 200, 403],
  },
  takeCloudBillBack: {
    path: '/cloud-billing/deliveries/1',
    expected: [401, 403, 404, 404, 404, 403],
  },
  listRecordBills: {
    path: `${db}/bills`,
    expected: [401, 200, 200, 200, 200, 404],
  },
  listConnectors: {
    path: '/connectors',
    expected: [401, 403, 200, 200, 200, 403],
  },
  listConnectorRuns: {
    path: '/connectors/none/runs',
    expected: [401, 403, 404, 404, 404, 403],
  },
  runConnector: {
    path: '/connectors/none/runs',
    body: { dryRun: true },
    expected: [401, 403, 403, 404, 404, 403],
  },
  listConnectorProblems: {
    path: '/connectors/none/runs/1/problems',
    expected: [401, 403, 404, 404, 404, 403],
  },
  listRecordSources: {
    path: `${db}/sources`,
    expected: [401, 200, 200, 200, 200, 404],
  },
  // Nobody's import: who may import is told that there is none.
  uploadImport: {
    path: '/imports',
    headers: { 'Content-Type': 'text/csv' },
    expected: [401, 403, 400, 400, 400, 403],
  },
  listImports: { path: '/imports', expected: [401, 403, 200, 200, 200, 403] },
  getImport: {
    path: '/imports/none',
    expected: [401, 403, 404, 404, 404, 403],
  },
  deleteImport: {
    path: '/imports/none',
    headers: stale,
    expected: [401, 403, 404, 404, 404, 403],
  },
  listImportRows: {
    path: '/imports/none/rows',
    expected: [401, 403, 404, 404, 404, 403],
  },
  correctImportRow: {
    path: '/imports/none/rows/1',
    headers: stale,
    body: { cells: [] },
    expected: [401, 403, 404, 404, 404, 403],
  },
  checkImportAgain: {
    path: '/imports/none/mapping',
    headers: stale,
    body: {},
    expected: [401, 403, 404, 404, 404, 403],
  },
  commitImport: {
    path: '/imports/none/commit',
    headers: stale,
    body: {},
    expected: [401, 403, 404, 404, 404, 403],
  },
  undoImport: {
    path: '/imports/none/undo',
    headers: stale,
    body: {},
    expected: [401, 403, 404, 404, 404, 403],
  },
  listChanges: { path: '/changes', expected: [401, 403, 403, 403, 200, 403] },
  listPublished: {
    path: '/published',
    expected: [401, 403, 403, 403, 200, 403],
  },
  getHealth: { path: '/health', expected: [401, 200, 200, 200, 200, 403] },
  stageDeclaration: {
    path: '/declarations',
    body: {
      ref: 'asset:default/staged',
      entity: {
        apiVersion: 'itam/v1alpha1',
        kind: 'Asset',
        metadata: { name: 'staged', namespace: 'default' },
        spec: asset,
      },
    },
    expected: [401, 403, 403, 403, 200, 403],
  },
  getDeclarationState: {
    path: '/declarations/state',
    expected: [401, 403, 403, 403, 200, 403],
  },
  reportDeclarationIncidents: {
    path: '/declarations/incidents',
    body: { incidents: [] },
    expected: [401, 403, 403, 403, 204, 403],
  },
};
