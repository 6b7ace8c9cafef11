import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import {
  budgetList,
  comparisonFor,
  countedFindings,
  depreciationReportFor,
  emptyForecast,
  fixtureApi,
  healthyRegister,
  licensePositions,
  noCosts,
  noImports,
  renewals,
  responseError,
  someDiscoveries,
} from '../src/fixtures';

/**
 * The fixtures, in the state the address names: `?state=empty`, `forbidden`,
 * `failing` or `loading`.
 */
export function devApi(): ItamApi {
  const state = new URLSearchParams(window.location.search).get('state');
  const refuse = async () => {
    throw await responseError(403, 'Not allowed');
  };
  const fail = async () => {
    throw await responseError(500, 'The database does not answer');
  };
  const wait = () => new Promise<never>(() => {});
  const everything = (answer: () => Promise<never>): ItamApi => ({
    imports: {
      upload: answer,
      list: answer,
      get: answer,
      listRows: answer,
      correctRow: answer,
      checkAgain: answer,
      commit: answer,
      undo: answer,
      forget: answer,
    },
    connectors: {
      list: answer,
      listRuns: answer,
      listProblems: answer,
      run: answer,
      listSources: answer,
    },
    findings: {
      list: answer,
      get: answer,
      accept: answer,
      reopen: answer,
      listPolicies: answer,
    },
    discoveries: {
      list: answer,
      get: answer,
      addSoftware: answer,
      addSpend: answer,
      map: answer,
      dismiss: answer,
      reopen: answer,
    },
    cloudBilling: {
      deliver: answer,
      list: answer,
      takeBack: answer,
      ofRecord: answer,
    },
    software: { ofService: answer, upload: answer, remove: answer },
    audits: {
      list: answer,
      get: answer,
      create: answer,
      listItems: answer,
      observe: answer,
      close: answer,
    },
    calendar: {
      listTokens: answer,
      createToken: answer,
      revokeToken: answer,
    },
    suppliers: { list: answer, setTitle: answer, removeTitle: answer },
    tickets: { list: answer, findItem: answer },
    listRecords: answer,
    countRecords: answer,
    listRecordsCsv: answer,
    getRecord: answer,
    createRecord: answer,
    updateRecord: answer,
    retireRecord: answer,
    restoreRecord: answer,
    transitionRecord: answer,
    transitionRecords: answer,
    listAssignments: answer,
    assignRecord: answer,
    returnAssignments: answer,
    listHistory: answer,
    getCosts: answer,
    getCostsCsv: answer,
    queryCosts: answer,
    getHealth: answer,
    getSchedule: answer,
    listServicings: answer,
    addServicing: answer,
    voidServicing: answer,
    getUsage: answer,
    addUsage: answer,
    compareCosts: answer,
    getComparisonXlsx: answer,
    getForecast: answer,
    listLicensePositions: answer,
    getLicensePositionRange: answer,
    listRenewals: answer,
    listBudgets: answer,
    getBudget: answer,
    putBudget: answer,
    deleteBudget: answer,
    listRates: answer,
    putRates: answer,
    deleteRate: answer,
    getClosing: answer,
    putClosing: answer,
    getDepreciationReport: answer,
    exportRecords: answer,
    getCsv: answer,
  });
  switch (state) {
    case 'forbidden':
      return everything(refuse);
    case 'failing':
      return everything(fail);
    case 'loading':
      return everything(wait);
    case 'empty':
      return fixtureApi({
        imports: noImports,
        getCosts: async () => noCosts,
        listRecords: async () => ({ items: [], totalItems: 0 }),
        countRecords: async ({ by }) => ({ by, totalItems: 0, items: [] }),
        getHealth: async () => healthyRegister,
        compareCosts: async query => ({
          ...comparisonFor(query),
          base: { from: '2026-09', to: '2026-09', total: '0.00' },
          current: { from: '2026-10', to: '2026-10', total: '0.00' },
          difference: '0.00',
          effects: [],
          lines: [],
          ratesMissing: [],
        }),
        getForecast: async query => emptyForecast(query),
        listBudgets: async () => ({ ...budgetList, items: [] }),
        listRates: async () => ({
          items: [],
          totalItems: 0,
          currencies: [],
          withoutRates: [],
          canEdit: false,
        }),
        getClosing: async () => ({ version: 0, canEdit: false, log: [] }),
        getDepreciationReport: async query => ({
          ...depreciationReportFor(query),
          lines: [],
          totals: [],
          withoutSchedule: 0,
        }),
        listLicensePositions: async () => ({
          ...licensePositions,
          items: [],
          totalItems: 0,
        }),
        listRenewals: async () => ({ ...renewals, items: [], totalItems: 0 }),
      });
    default:
      return fixtureApi({
        discoveries: someDiscoveries(),
        findings: countedFindings,
      });
  }
}
