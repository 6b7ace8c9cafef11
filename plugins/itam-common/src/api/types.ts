import type { components, operations } from './generated/types';

/** The schemas of the HTTP API by name. @public */
export type ItamSchemas = components['schemas'];
/** The query parameters of an operation of the HTTP API. @public */
export type ItamOperationQuery<Name extends keyof operations> = NonNullable<
  operations[Name]['parameters']['query']
>;

/** One record in a list. @public */
export type RecordSummary = ItamSchemas['RecordSummary'];
/** A page of records. @public */
export type RecordPage = ItamSchemas['RecordPage'];
/** One record with everything the caller may see. @public */
export type RecordDetail = ItamSchemas['RecordDetail'];
/** A catalog entity as the caller may see it. @public */
export type RefLabel = ItamSchemas['RefLabel'];
/** An amount in JSON: decimal text and ISO 4217 code. @public */
export type AmountJson = ItamSchemas['Amount'];
/** Figures per month, as booked and converted. @public */
export type CostSeries = ItamSchemas['CostSeries'];
/** One line of a cost breakdown. @public */
export type CostGroup = ItamSchemas['CostGroup'];
/** The cost of a node over a range of months. @public */
export type CostAnswer = ItamSchemas['CostAnswer'];
/** What a cost is broken down by. @public */
export type CostDimension = ItamSchemas['CostDimension'];
/** Used (by services) or owned (by the records' owners). @public */
export type CostBasis = ItamSchemas['CostBasis'];
/** Health of the register. @public */
export type RegisterHealth = ItamSchemas['Health'];
/** A declaration the catalog or the register refused. @public */
export type RejectedDeclaration = ItamSchemas['RejectedDeclaration'];
/** What the catalog delivers for an entity. @public */
export type Declaration = ItamSchemas['Declaration'];
/** An error or conflict the catalog met. @public */
export type DeclarationIncident = ItamSchemas['DeclarationIncident'];
/** Filters of the register's list. @public */
export type RecordQuery = ItamOperationQuery<'listRecords'>;
/** What an export of records with all fields is asked with. @public */
export type RecordExportQuery = ItamOperationQuery<'exportRecords'>;
/** How many records have each value of a field. @public */
export type RecordCounts = ItamSchemas['RecordCounts'];
/** What records are counted by, and filters of the register's list. @public */
export type RecordCountsQuery = ItamOperationQuery<'countRecords'>;
/** Parameters of a cost question. @public */
export type CostQuery = ItamOperationQuery<'getCosts'>;
/** Body of a question about many nodes. @public */
export type CostsQuery =
  operations['queryCosts']['requestBody']['content']['application/json'];
/** Answers in the order asked. @public */
export type CostsQueryAnswer =
  operations['queryCosts']['responses']['200']['content']['application/json'];

/** A token of a calendar feed, without its secret. @public */
export type CalendarToken = ItamSchemas['CalendarToken'];
/** The calendar tokens of a person. @public */
export type CalendarTokenList = ItamSchemas['CalendarTokenList'];
/** A calendar token with its secret, as it is shown once. @public */
export type CreatedCalendarToken = ItamSchemas['CreatedCalendarToken'];

/** Accrued or invoiced. @public */
export type CostViewName = ItamSchemas['CostView'];
/** Depreciation of an asset by month or fiscal year. @public */
export type DepreciationScheduleAnswer = ItamSchemas['DepreciationSchedule'];
/** Parameters of a depreciation schedule. @public */
export type ScheduleQuery = ItamOperationQuery<'getSchedule'>;
/** What was done to keep a record working. @public */
export type ServicingEntry = ItamSchemas['Servicing'];
/** Servicing records of a record. @public */
export type ServicingList = ItamSchemas['ServicingList'];
/** A servicing to record. @public */
export type NewServicing = ItamSchemas['NewServicing'];
/** One measurement of the use of a licence. @public */
export type UsageMeasurement = ItamSchemas['UsageMeasurement'];
/** Measured use of a licence. @public */
export type UsageList = ItamSchemas['UsageList'];
/** Parameters of measured use. @public */
export type UsageQuery = ItamOperationQuery<'getUsage'>;
/** What became of recorded measurements or rates. @public */
export type WriteCounts = ItamSchemas['UsageAnswer'];
/** Why a cost differs between two periods. @public */
export type CostComparison = ItamSchemas['CostComparison'];
/** Parameters of a comparison. @public */
export type ComparisonQuery = ItamOperationQuery<'compareCosts'>;
/** What makes a cost differ. @public */
export type DifferenceCauseName = ItamSchemas['DifferenceCause'];
/** One record's part of a difference. @public */
export type DifferenceLine = ItamSchemas['DifferenceLine'];
/** Actual, committed and expected cost of a node. @public */
export type ForecastAnswer = ItamSchemas['Forecast'];
/** Parameters of a forecast. @public */
export type ForecastQuery = ItamOperationQuery<'getForecast'>;
/** Licences of one product and metric. @public */
export type LicensePool = ItamSchemas['LicensePool'];
/** A page of licence positions. @public */
export type LicensePositionPage = ItamSchemas['LicensePositionPage'];
/** Parameters of licence positions. @public */
export type LicensePositionQuery = ItamOperationQuery<'listLicensePositions'>;
/** A pool of licences by month, with its holders. @public */
export type LicensePositionRange = ItamSchemas['LicensePositionRange'];
/** Parameters of a pool by month. @public */
export type LicensePositionRangeQuery =
  ItamOperationQuery<'getLicensePositionRange'>;
/** A term that ends or a notice that has to be given. @public */
export type RenewalEntry = ItamSchemas['Renewal'];
/** A page of renewals. @public */
export type RenewalPage = ItamSchemas['RenewalPage'];
/** Parameters of renewals. @public */
export type RenewalQuery = ItamOperationQuery<'listRenewals'>;
/** A supplier with its records and next decision. @public */
export type SupplierEntry = ItamSchemas['Supplier'];
/** A page of suppliers. @public */
export type SupplierPage = ItamSchemas['SupplierPage'];
/** Parameters of the list of suppliers. @public */
export type SupplierQuery = ItamOperationQuery<'listSuppliers'>;
/** A budget and what is spent of it. @public */
export type BudgetSummary = ItamSchemas['Budget'];
/** Budgets of a fiscal year. @public */
export type BudgetList = ItamSchemas['BudgetList'];
/** One budget with months and variance. @public */
export type BudgetDetail = ItamSchemas['BudgetDetail'];
/** A budget to set. @public */
export type BudgetInput = ItamSchemas['BudgetInput'];
/** Parameters of budgets. @public */
export type BudgetQuery = ItamOperationQuery<'listBudgets'>;
/** A page of exchange rates. @public */
export type RatePage = ItamSchemas['RatePage'];
/** Parameters of rates. @public */
export type RateQuery = ItamOperationQuery<'listRates'>;
/** Rates to set by hand. @public */
export type RatesInput = ItamSchemas['RatesInput'];
/** Which months are closed. @public */
export type ClosingAnswer = ItamSchemas['Closing'];
/** Months to close or open. @public */
export type ClosingInput = ItamSchemas['ClosingInput'];
/** Fixed-asset roll-forward. @public */
export type DepreciationReport = ItamSchemas['DepreciationReport'];
/** Parameters of the depreciation report. @public */
export type DepreciationReportQuery =
  ItamOperationQuery<'getDepreciationReport'>;

/** A record to register. @public */
export type NewRecord = ItamSchemas['NewRecord'];
/** A registered record as it is to be from now on. @public */
export type RecordInput = ItamSchemas['RecordInput'];
/** Something that happened to a record. @public */
export type HistoryEntry = ItamSchemas['HistoryEntry'];
/** A page of the history of a record, newest first. @public */
export type HistoryPage = ItamSchemas['HistoryPage'];
/** What a page of the history is asked with. @public */
export type HistoryQuery = ItamOperationQuery<'listHistory'>;
/** A step through the life cycle with its evidence. @public */
export type TransitionInput = ItamSchemas['TransitionInput'];
/** The same step for many assets. @public */
export type BulkTransitionInput = ItamSchemas['BulkTransitionInput'];
/** How each of many changes went. @public */
export type BulkAnswer = ItamSchemas['BulkAnswer'];
/** Who holds or held a record. @public */
export type AssignmentEntry = ItamSchemas['Assignment'];
/** A page of assignments, newest first. @public */
export type AssignmentPage = ItamSchemas['AssignmentPage'];
/** What a page of assignments is asked with. @public */
export type AssignmentQuery = ItamOperationQuery<'listAssignments'>;
/** Whom a record is handed out to. @public */
export type AssignmentInput = ItamSchemas['AssignmentInput'];
/** What is taken back. @public */
export type ReturnInput = ItamSchemas['ReturnInput'];
/** A step an asset may take, and what is missing for it. @public */
export type NextStepEntry = ItamSchemas['NextStep'];
/** What the caller may do with a record. @public */
export type RecordRights = ItamSchemas['RecordRights'];
/** A file to be imported, and how far it is. @public */
export type ImportDetail = ItamSchemas['Import'];
/** A page of imports, the newest first. @public */
export type ImportPage = ItamSchemas['ImportPage'];
/** A row of an import, and what it would do or did. @public */
export type ImportRowEntry = ItamSchemas['ImportRow'];
/** A page of rows of an import. @public */
export type ImportRowPage = ItamSchemas['ImportRowPage'];
/** What a page of rows is asked with. @public */
export type ImportRowQuery = ItamOperationQuery<'listImportRows'>;
/** Parameters of a page of imports. @public */
export type ImportListQuery = ItamOperationQuery<'listImports'>;
/** How a file that is uploaded is to be read. @public */
export type ImportUploadQuery = ItamOperationQuery<'uploadImport'>;
/** Whether one bad row keeps all others from being written. @public */
export type ImportModeName = ItamSchemas['ImportMode'];
/** Media types of files that can be imported. @public */
export type ImportFileType =
  keyof operations['uploadImport']['requestBody']['content'];
/** How the file of an import is to be read. @public */
export type ImportReading = ItamSchemas['ImportReading'];

/** A rule that a record or a discovered item breaks. @public */
export type FindingEntry = ItamSchemas['Finding'];
/** A page of findings with counts. @public */
export type FindingPage = ItamSchemas['FindingPage'];
/** A finding with the states it had. @public */
export type FindingDetail = ItamSchemas['FindingDetail'];
/** Filters of the list of findings. @public */
export type FindingQuery = ItamOperationQuery<'listFindings'>;
/** Why and until when a finding is set aside. @public */
export type AcceptInput = ItamSchemas['AcceptInput'];
/** The rules and how they are set. @public */
export type PolicyList = ItamSchemas['PolicyList'];
/** A product or supplier that discovery lists name. @public */
export type DiscoveryEntry = ItamSchemas['Discovery'];
/** A page of discovered products and suppliers. @public */
export type DiscoveryPage = ItamSchemas['DiscoveryPage'];
/** One discovered product or supplier with where it was found. @public */
export type DiscoveryDetail = ItamSchemas['DiscoveryDetail'];
/** Filters of the list of discoveries. @public */
export type DiscoveryQuery = ItamOperationQuery<'listDiscoveries'>;
/** Software that a tool found. @public */
export type SoftwareList = ItamSchemas['SoftwareList'];
/** Money that was spent. @public */
export type SpendList = ItamSchemas['SpendList'];
/** What became of a discovery list. @public */
export type DiscoveryAnswer = ItamSchemas['DiscoveryAnswer'];
/** A bill of a cloud. @public */
export type CloudDelivery = ItamSchemas['CloudDelivery'];
/** A page of bills of clouds. @public */
export type CloudDeliveryPage = ItamSchemas['CloudDeliveryPage'];
/** Filters of the list of bills of clouds. @public */
export type CloudDeliveryQuery = ItamOperationQuery<'listCloudDeliveries'>;
/** The components of a service. @public */
export type ServiceSoftware = ItamSchemas['ServiceSoftware'];
/** What components of a service are narrowed to. @public */
export type ServiceSoftwareQuery = ItamOperationQuery<'getServiceSoftware'>;
/** What a bill of materials says. @public */
export type SoftwareAnswer = ItamSchemas['SoftwareAnswer'];
/** What a bill of materials is of. @public */
export type SoftwareUploadOptions = ItamOperationQuery<'putServiceSoftware'>;
/** How a billing file is delivered. @public */
export type CloudDeliveryOptions = ItamOperationQuery<'deliverCloudBill'>;
/** What a billing file did, or would do. @public */
export type CloudBillingAnswer = ItamSchemas['CloudBillingAnswer'];
/** Charges of one service, contract, owner and cost centre. @public */
export type CloudBillingSum = ItamSchemas['CloudBillingSum'];
/** What bills say a record cost. @public */
export type RecordBills = ItamSchemas['RecordBills'];
/** An audit with its counts. @public */
export type AuditEntry = ItamSchemas['Audit'];
/** A page of audits. @public */
export type AuditPage = ItamSchemas['AuditPage'];
/** Filters of the list of audits. @public */
export type AuditListQuery = ItamOperationQuery<'listAudits'>;
/** What an audit is to be over. @public */
export type NewAudit = ItamSchemas['NewAudit'];
/** Something an audit expects or found. @public */
export type AuditItemEntry = ItamSchemas['AuditItem'];
/** A page of what an audit expects or found. @public */
export type AuditItemPage = ItamSchemas['AuditItemPage'];
/** Filters of what an audit expects or found. @public */
export type AuditItemQuery = ItamOperationQuery<'listAuditItems'>;
/** What an audit found of one thing. @public */
export type ObservationInput = ItamSchemas['Observation'];

/** Connectors with what they did last. @public */
export type ConnectorList = ItamSchemas['ConnectorList'];
/** A connector with what it did last. @public */
export type ConnectorStatus = ItamSchemas['ConnectorStatus'];
/** A run of a connector. @public */
export type ConnectorRunEntry = ItamSchemas['ConnectorRun'];
/** The runs of a connector. @public */
export type ConnectorRunList = ItamSchemas['ConnectorRunList'];
/** Something a run met that needs a look. @public */
export type ConnectorProblem = ItamSchemas['ConnectorProblem'];
/** A page of what a run met. @public */
export type ConnectorProblemPage = ItamSchemas['ConnectorProblemPage'];
/** Which problems of a run are asked for. @public */
export type ConnectorProblemQuery = ItamOperationQuery<'listConnectorProblems'>;
/** A tool that fills a record. @public */
export type RecordSource = ItamSchemas['RecordSource'];
/** The tools that fill a record. @public */
export type RecordSourceList = ItamSchemas['RecordSourceList'];
/** An open ticket of another tool. @public */
export type Ticket = ItamSchemas['Ticket'];
/** A page of open tickets, with the tools they are from. @public */
export type TicketPage = ItamSchemas['TicketPage'];
/** A connected tool, and whether it answers. @public */
export type TicketSourceState = ItamSchemas['TicketSourceState'];
/** Parameters of the list of open tickets. @public */
export type TicketQuery = ItamOperationQuery<'listTickets'>;
/** The services and assets that a configuration item is. @public */
export type ConfigurationItem = ItamSchemas['ConfigurationItem'];
