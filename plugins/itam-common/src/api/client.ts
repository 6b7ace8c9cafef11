import { auditsClient, type ItamAuditsApi } from './audits';
import { calendarClient, type ItamCalendarApi } from './calendar';
import { cloudBillingClient, type ItamCloudBillingApi } from './cloudBilling';
import { discoveriesClient, type ItamDiscoveriesApi } from './discoveries';
import { findingsClient, type ItamFindingsApi } from './findings';
import { connectorsClient, type ItamConnectorsApi } from './connectors';
import { importsClient, type ItamImportsApi } from './imports';
import { recordPath } from './recordPath';
import {
  type ItamClientOptions,
  jsonBody,
  registerRequest,
  type RegisterRequest,
} from './registerRequest';
import { softwareClient, type ItamSoftwareApi } from './software';
import { type ItamSuppliersApi, suppliersClient } from './suppliers';
import { type ItamTicketsApi, ticketsClient } from './tickets';
import type {
  AssignmentInput,
  AssignmentPage,
  AssignmentQuery,
  BudgetDetail,
  BudgetInput,
  BudgetList,
  BudgetQuery,
  BulkAnswer,
  BulkTransitionInput,
  ClosingAnswer,
  ClosingInput,
  ComparisonQuery,
  CostAnswer,
  CostComparison,
  CostQuery,
  CostsQuery,
  CostsQueryAnswer,
  DepreciationReport,
  DepreciationReportQuery,
  DepreciationScheduleAnswer,
  ForecastAnswer,
  ForecastQuery,
  HistoryPage,
  HistoryQuery,
  LicensePositionPage,
  LicensePositionQuery,
  LicensePositionRange,
  LicensePositionRangeQuery,
  NewRecord,
  NewServicing,
  RatePage,
  RateQuery,
  RatesInput,
  RecordCounts,
  RecordCountsQuery,
  RecordDetail,
  RecordExportQuery,
  RecordInput,
  RecordPage,
  RecordQuery,
  RegisterHealth,
  RenewalPage,
  RenewalQuery,
  ReturnInput,
  ScheduleQuery,
  ServicingEntry,
  ServicingList,
  TransitionInput,
  UsageList,
  UsageMeasurement,
  UsageQuery,
  WriteCounts,
} from './types';

/**
 * Lists and reports that also come as CSV.
 * @public
 */
export type ItamCsvPath =
  | '/records'
  | '/costs'
  | '/costs/comparison'
  | '/forecast'
  | '/licenses/position'
  | '/renewals'
  | '/budgets'
  | '/reports/depreciation'
  | '/findings'
  | '/discoveries'
  | `/audits/${string}/items`
  | `/records/${string}/schedule`;

/**
 * What people and services may ask of the register.
 * @public
 */
export interface ItamApi {
  /** Importing records from spreadsheets. */
  readonly imports: ItamImportsApi;
  /** Bringing records from other tools. */
  readonly connectors: ItamConnectorsApi;
  /** The rules of the register and what breaks them. */
  readonly findings: ItamFindingsApi;
  /** Software and spend that tools found. */
  readonly discoveries: ItamDiscoveriesApi;
  /** Bills of clouds. */
  readonly cloudBilling: ItamCloudBillingApi;
  /** Audits over a scope. */
  readonly audits: ItamAuditsApi;
  /** Addresses for calendar programs. */
  readonly calendar: ItamCalendarApi;
  /** Components of services. */
  readonly software: ItamSoftwareApi;
  /** Suppliers of records. */
  readonly suppliers: ItamSuppliersApi;
  /** Open tickets of connected tools. */
  readonly tickets: ItamTicketsApi;
  /** One page of the records the caller may read. */
  listRecords(query?: RecordQuery): Promise<RecordPage>;
  /** How many records the caller may read, counted by a field. */
  countRecords(query: RecordCountsQuery): Promise<RecordCounts>;
  /** One record; throws a ResponseError with status 404 when unknown or forbidden. */
  getRecord(ref: string): Promise<RecordDetail>;
  /**
   * Registers a record; the same key and record again changes nothing. 409
   * when the name, tag or serial number is taken.
   */
  createRecord(
    record: NewRecord,
    idempotencyKey?: string,
  ): Promise<RecordDetail>;
  /**
   * Changes a registered record as a whole. `version` is the one changed: 412
   * when there is a later one; 409 for a record that a catalog file declares.
   */
  updateRecord(
    ref: string,
    record: RecordInput,
    version: number,
  ): Promise<RecordDetail>;
  /** Retires a registered record; its past stays. */
  retireRecord(ref: string, version: number, reason?: string): Promise<void>;
  /** Takes a retired record back into the register. */
  restoreRecord(
    ref: string,
    version: number,
    reason: string,
  ): Promise<RecordDetail>;
  /** Takes an asset one step through its life cycle. */
  transitionRecord(
    ref: string,
    step: TransitionInput,
    version: number,
  ): Promise<RecordDetail>;
  /** The same step for up to 500 assets, one outcome for each. */
  transitionRecords(
    step: BulkTransitionInput,
    idempotencyKey?: string,
  ): Promise<BulkAnswer>;
  /** Who holds or held a record, newest first. */
  listAssignments(
    ref: string,
    query?: AssignmentQuery,
  ): Promise<AssignmentPage>;
  /** Hands out an asset, pieces of a stock or seats of a licence. */
  assignRecord(
    ref: string,
    assignment: AssignmentInput,
    version: number,
    idempotencyKey?: string,
  ): Promise<RecordDetail>;
  /** Takes assets, pieces or seats back. */
  returnAssignments(
    ref: string,
    what: ReturnInput,
    version: number,
  ): Promise<RecordDetail>;
  /** What happened to a record, newest first. */
  listHistory(ref: string, query?: HistoryQuery): Promise<HistoryPage>;
  /** Cost of one node by month; 403 when the caller may not see it. */
  getCosts(query: CostQuery): Promise<CostAnswer>;
  /** Cost of up to 200 nodes, one answer or error each. */
  queryCosts(query: CostsQuery): Promise<CostsQueryAnswer>;
  /** Cost of one node as CSV text. */
  getCostsCsv(query: CostQuery): Promise<string>;
  /** The records that match, as CSV text. */
  listRecordsCsv(query?: RecordQuery): Promise<string>;
  /** Records of a kind with a column for each field, as CSV or a workbook. */
  exportRecords(query: RecordExportQuery): Promise<Blob>;
  /** Health of the register. */
  getHealth(): Promise<RegisterHealth>;
  /** Depreciation of an asset by month or fiscal year; 404 when it has none. */
  getSchedule(
    ref: string,
    query?: ScheduleQuery,
  ): Promise<DepreciationScheduleAnswer>;
  /** What was done to keep a record working, newest first. */
  listServicings(ref: string): Promise<ServicingList>;
  /** Records a servicing; the same key and servicing again changes nothing. */
  addServicing(
    ref: string,
    servicing: NewServicing,
    idempotencyKey: string,
  ): Promise<ServicingEntry>;
  /** Takes back a servicing recorded in error. */
  voidServicing(ref: string, id: number): Promise<void>;
  /** Measured use of a licence, newest first. */
  getUsage(ref: string, query?: UsageQuery): Promise<UsageList>;
  /** Records measured use of a licence. */
  addUsage(ref: string, measurements: UsageMeasurement[]): Promise<WriteCounts>;
  /** Why the cost of a node differs between two periods. */
  compareCosts(query: ComparisonQuery): Promise<CostComparison>;
  /** The same comparison as a workbook for spreadsheet programs. */
  getComparisonXlsx(query: ComparisonQuery): Promise<Blob>;
  /** Actual, committed and expected cost of a node. */
  getForecast(query: ForecastQuery): Promise<ForecastAnswer>;
  /** One page of products and how they stand. */
  listLicensePositions(
    query?: LicensePositionQuery,
  ): Promise<LicensePositionPage>;
  /** The pool of a licence by month, with its holders. */
  getLicensePositionRange(
    query: LicensePositionRangeQuery,
  ): Promise<LicensePositionRange>;
  /** Terms that end and notices to give in a range of days. */
  listRenewals(query?: RenewalQuery): Promise<RenewalPage>;
  /** Budgets of a fiscal year that the caller may see. */
  listBudgets(query?: BudgetQuery): Promise<BudgetList>;
  /** One budget with its months and variance. */
  getBudget(fiscalYear: number, of: string): Promise<BudgetDetail>;
  /** Sets a budget; `version` is the one changed, null to create it. */
  putBudget(
    fiscalYear: number,
    of: string,
    budget: BudgetInput,
    version: number | null,
  ): Promise<BudgetDetail>;
  /** Removes a budget. */
  deleteBudget(fiscalYear: number, of: string, version: number): Promise<void>;
  /** One page of exchange rates, newest first. */
  listRates(query?: RateQuery): Promise<RatePage>;
  /** Sets rates by hand; they win over the file. */
  putRates(rates: RatesInput['rates']): Promise<WriteCounts>;
  /** Takes back a rate set by hand. */
  deleteRate(date: string, currency: string): Promise<void>;
  /** Up to which month the books are closed. */
  getClosing(): Promise<ClosingAnswer>;
  /** Closes months, or opens them again. */
  putClosing(closing: ClosingInput, version: number): Promise<ClosingAnswer>;
  /** Fixed-asset roll-forward over a range of months. */
  getDepreciationReport(
    query?: DepreciationReportQuery,
  ): Promise<DepreciationReport>;
  /**
   * The answer of a list, report or forecast as CSV text; `path` is one of
   * {@link ItamCsvPath}.
   */
  getCsv(
    path: ItamCsvPath,
    query?: Record<string, string | number | boolean | undefined>,
  ): Promise<string>;
}

/**
 * Client of the register's HTTP API for browsers and backends alike.
 *
 * Throws `ResponseError` from `@backstage/errors` on every status that is not
 * a success.
 * @public
 */
export class ItamClient implements ItamApi {
  readonly #request: RegisterRequest;
  /** {@inheritDoc ItamApi.imports} */
  readonly imports: ItamImportsApi;
  /** {@inheritDoc ItamApi.connectors} */
  readonly connectors: ItamConnectorsApi;
  /** {@inheritDoc ItamApi.findings} */
  readonly findings: ItamFindingsApi;
  /** {@inheritDoc ItamApi.discoveries} */
  readonly discoveries: ItamDiscoveriesApi;
  /** {@inheritDoc ItamApi.cloudBilling} */
  readonly cloudBilling: ItamCloudBillingApi;
  /** {@inheritDoc ItamApi.audits} */
  readonly audits: ItamAuditsApi;
  /** {@inheritDoc ItamApi.calendar} */
  readonly calendar: ItamCalendarApi;
  /** {@inheritDoc ItamApi.software} */
  readonly software: ItamSoftwareApi;
  /** {@inheritDoc ItamApi.suppliers} */
  readonly suppliers: ItamSuppliersApi;
  /** {@inheritDoc ItamApi.tickets} */
  readonly tickets: ItamTicketsApi;

  constructor(options: ItamClientOptions) {
    this.#request = registerRequest(options);
    this.imports = importsClient(this.#request);
    this.connectors = connectorsClient(this.#request);
    this.findings = findingsClient(this.#request);
    this.discoveries = discoveriesClient(this.#request);
    this.cloudBilling = cloudBillingClient(this.#request);
    this.audits = auditsClient(this.#request);
    this.calendar = calendarClient(this.#request);
    this.software = softwareClient(this.#request);
    this.suppliers = suppliersClient(this.#request);
    this.tickets = ticketsClient(this.#request);
  }

  /** {@inheritDoc ItamApi.listRecords} */
  async listRecords(query: RecordQuery = {}): Promise<RecordPage> {
    return (await this.#request('/records', query)).json();
  }

  /** {@inheritDoc ItamApi.countRecords} */
  async countRecords(query: RecordCountsQuery): Promise<RecordCounts> {
    return (await this.#request('/records/counts', query)).json();
  }

  /** {@inheritDoc ItamApi.listRecordsCsv} */
  async listRecordsCsv(query: RecordQuery = {}): Promise<string> {
    return (
      await this.#request('/records', { ...query, format: 'csv' })
    ).text();
  }

  /** {@inheritDoc ItamApi.exportRecords} */
  async exportRecords(query: RecordExportQuery): Promise<Blob> {
    return (await this.#request('/records/export', query)).blob();
  }

  /** {@inheritDoc ItamApi.getRecord} */
  async getRecord(ref: string): Promise<RecordDetail> {
    return (await this.#request(recordPath(ref))).json();
  }

  /** {@inheritDoc ItamApi.createRecord} */
  async createRecord(
    record: NewRecord,
    idempotencyKey?: string,
  ): Promise<RecordDetail> {
    const init = jsonBody('POST', record, { idempotencyKey });
    return (await this.#request('/records', undefined, init)).json();
  }

  /** {@inheritDoc ItamApi.updateRecord} */
  async updateRecord(
    ref: string,
    record: RecordInput,
    version: number,
  ): Promise<RecordDetail> {
    const init = jsonBody('PUT', record, { version });
    return (await this.#request(recordPath(ref), undefined, init)).json();
  }

  /** {@inheritDoc ItamApi.retireRecord} */
  async retireRecord(
    ref: string,
    version: number,
    reason?: string,
  ): Promise<void> {
    await this.#request(
      recordPath(ref),
      { reason },
      { method: 'DELETE', headers: { 'If-Match': `"${version}"` } },
    );
  }

  /** {@inheritDoc ItamApi.restoreRecord} */
  async restoreRecord(
    ref: string,
    version: number,
    reason: string,
  ): Promise<RecordDetail> {
    const init = jsonBody('POST', { reason }, { version });
    const path = `${recordPath(ref)}/restore`;
    return (await this.#request(path, undefined, init)).json();
  }

  /** {@inheritDoc ItamApi.transitionRecord} */
  async transitionRecord(
    ref: string,
    step: TransitionInput,
    version: number,
  ): Promise<RecordDetail> {
    const init = jsonBody('POST', step, { version });
    const path = `${recordPath(ref)}/transition`;
    return (await this.#request(path, undefined, init)).json();
  }

  /** {@inheritDoc ItamApi.transitionRecords} */
  async transitionRecords(
    step: BulkTransitionInput,
    idempotencyKey?: string,
  ): Promise<BulkAnswer> {
    const init = jsonBody('POST', step, { idempotencyKey });
    return (
      await this.#request('/records/transitions', undefined, init)
    ).json();
  }

  /** {@inheritDoc ItamApi.listAssignments} */
  async listAssignments(
    ref: string,
    query: AssignmentQuery = {},
  ): Promise<AssignmentPage> {
    return (
      await this.#request(`${recordPath(ref)}/assignments`, query)
    ).json();
  }

  /** {@inheritDoc ItamApi.assignRecord} */
  async assignRecord(
    ref: string,
    assignment: AssignmentInput,
    version: number,
    idempotencyKey?: string,
  ): Promise<RecordDetail> {
    const init = jsonBody('POST', assignment, { version, idempotencyKey });
    const path = `${recordPath(ref)}/assignments`;
    return (await this.#request(path, undefined, init)).json();
  }

  /** {@inheritDoc ItamApi.returnAssignments} */
  async returnAssignments(
    ref: string,
    what: ReturnInput,
    version: number,
  ): Promise<RecordDetail> {
    const init = jsonBody('POST', what, { version });
    const path = `${recordPath(ref)}/assignments/return`;
    return (await this.#request(path, undefined, init)).json();
  }

  /** {@inheritDoc ItamApi.listHistory} */
  async listHistory(
    ref: string,
    query: HistoryQuery = {},
  ): Promise<HistoryPage> {
    return (await this.#request(`${recordPath(ref)}/history`, query)).json();
  }

  /** {@inheritDoc ItamApi.getCosts} */
  async getCosts(query: CostQuery): Promise<CostAnswer> {
    return (await this.#request('/costs', query)).json();
  }

  /** {@inheritDoc ItamApi.getCostsCsv} */
  async getCostsCsv(query: CostQuery): Promise<string> {
    return (await this.#request('/costs', { ...query, format: 'csv' })).text();
  }

  /** {@inheritDoc ItamApi.queryCosts} */
  async queryCosts(query: CostsQuery): Promise<CostsQueryAnswer> {
    const response = await this.#request('/costs/query', undefined, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(query),
    });
    return response.json();
  }

  /** {@inheritDoc ItamApi.getHealth} */
  async getHealth(): Promise<RegisterHealth> {
    return (await this.#request('/health')).json();
  }

  /** {@inheritDoc ItamApi.getSchedule} */
  async getSchedule(
    ref: string,
    query: ScheduleQuery = {},
  ): Promise<DepreciationScheduleAnswer> {
    return (await this.#request(`${recordPath(ref)}/schedule`, query)).json();
  }

  /** {@inheritDoc ItamApi.listServicings} */
  async listServicings(ref: string): Promise<ServicingList> {
    return (await this.#request(`${recordPath(ref)}/servicings`)).json();
  }

  /** {@inheritDoc ItamApi.addServicing} */
  async addServicing(
    ref: string,
    servicing: NewServicing,
    idempotencyKey: string,
  ): Promise<ServicingEntry> {
    return (
      await this.#request(`${recordPath(ref)}/servicings`, undefined, {
        method: 'POST',
        body: JSON.stringify(servicing),
        headers: {
          'Content-Type': 'application/json',
          ...{ 'Idempotency-Key': idempotencyKey },
        },
      })
    ).json();
  }

  /** {@inheritDoc ItamApi.voidServicing} */
  async voidServicing(ref: string, id: number): Promise<void> {
    await this.#request(`${recordPath(ref)}/servicings/${id}`, undefined, {
      method: 'DELETE',
    });
  }

  /** {@inheritDoc ItamApi.getUsage} */
  async getUsage(ref: string, query: UsageQuery = {}): Promise<UsageList> {
    return (await this.#request(`${recordPath(ref)}/usage`, query)).json();
  }

  /** {@inheritDoc ItamApi.addUsage} */
  async addUsage(
    ref: string,
    measurements: UsageMeasurement[],
  ): Promise<WriteCounts> {
    return (
      await this.#request(`${recordPath(ref)}/usage`, undefined, {
        method: 'POST',
        body: JSON.stringify({ measurements }),
        headers: { 'Content-Type': 'application/json' },
      })
    ).json();
  }

  /** {@inheritDoc ItamApi.compareCosts} */
  async compareCosts(query: ComparisonQuery): Promise<CostComparison> {
    return (await this.#request('/costs/comparison', query)).json();
  }

  /** {@inheritDoc ItamApi.getComparisonXlsx} */
  async getComparisonXlsx(query: ComparisonQuery): Promise<Blob> {
    return (
      await this.#request('/costs/comparison', { ...query, format: 'xlsx' })
    ).blob();
  }

  /** {@inheritDoc ItamApi.getForecast} */
  async getForecast(query: ForecastQuery): Promise<ForecastAnswer> {
    return (await this.#request('/forecast', query)).json();
  }

  /** {@inheritDoc ItamApi.listLicensePositions} */
  async listLicensePositions(
    query: LicensePositionQuery = {},
  ): Promise<LicensePositionPage> {
    return (await this.#request('/licenses/position', query)).json();
  }

  /** {@inheritDoc ItamApi.getLicensePositionRange} */
  async getLicensePositionRange(
    query: LicensePositionRangeQuery,
  ): Promise<LicensePositionRange> {
    return (await this.#request('/licenses/position/range', query)).json();
  }

  /** {@inheritDoc ItamApi.listRenewals} */
  async listRenewals(query: RenewalQuery = {}): Promise<RenewalPage> {
    return (await this.#request('/renewals', query)).json();
  }

  /** {@inheritDoc ItamApi.listBudgets} */
  async listBudgets(query: BudgetQuery = {}): Promise<BudgetList> {
    return (await this.#request('/budgets', query)).json();
  }

  /** {@inheritDoc ItamApi.getBudget} */
  async getBudget(fiscalYear: number, of: string): Promise<BudgetDetail> {
    return (await this.#request(budgetPath(fiscalYear, of))).json();
  }

  /** {@inheritDoc ItamApi.putBudget} */
  async putBudget(
    fiscalYear: number,
    of: string,
    budget: BudgetInput,
    version: number | null,
  ): Promise<BudgetDetail> {
    return (
      await this.#request(budgetPath(fiscalYear, of), undefined, {
        method: 'PUT',
        body: JSON.stringify(budget),
        headers: {
          'Content-Type': 'application/json',
          ...(version === null
            ? { 'If-None-Match': '*' }
            : { 'If-Match': `"${version}"` }),
        },
      })
    ).json();
  }

  /** {@inheritDoc ItamApi.deleteBudget} */
  async deleteBudget(
    fiscalYear: number,
    of: string,
    version: number,
  ): Promise<void> {
    await this.#request(budgetPath(fiscalYear, of), undefined, {
      method: 'DELETE',
      headers: { 'If-Match': `"${version}"` },
    });
  }

  /** {@inheritDoc ItamApi.listRates} */
  async listRates(query: RateQuery = {}): Promise<RatePage> {
    return (await this.#request('/rates', query)).json();
  }

  /** {@inheritDoc ItamApi.putRates} */
  async putRates(rates: RatesInput['rates']): Promise<WriteCounts> {
    return (
      await this.#request('/rates', undefined, {
        method: 'PUT',
        body: JSON.stringify({ rates }),
        headers: { 'Content-Type': 'application/json' },
      })
    ).json();
  }

  /** {@inheritDoc ItamApi.deleteRate} */
  async deleteRate(date: string, currency: string): Promise<void> {
    await this.#request('/rates', { date, currency }, { method: 'DELETE' });
  }

  /** {@inheritDoc ItamApi.getClosing} */
  async getClosing(): Promise<ClosingAnswer> {
    return (await this.#request('/closing')).json();
  }

  /** {@inheritDoc ItamApi.putClosing} */
  async putClosing(
    closing: ClosingInput,
    version: number,
  ): Promise<ClosingAnswer> {
    return (
      await this.#request('/closing', undefined, {
        method: 'PUT',
        body: JSON.stringify(closing),
        headers: {
          'Content-Type': 'application/json',
          ...{ 'If-Match': `"${version}"` },
        },
      })
    ).json();
  }

  /** {@inheritDoc ItamApi.getDepreciationReport} */
  async getDepreciationReport(
    query: DepreciationReportQuery = {},
  ): Promise<DepreciationReport> {
    return (await this.#request('/reports/depreciation', query)).json();
  }

  /** {@inheritDoc ItamApi.getCsv} */
  async getCsv(
    path: ItamCsvPath,
    query: Record<string, string | number | boolean | undefined> = {},
  ): Promise<string> {
    return (await this.#request(path, { ...query, format: 'csv' })).text();
  }
}

function budgetPath(fiscalYear: number, of: string): string {
  return `/budgets/${fiscalYear}/${encodeURIComponent(of)}`;
}
