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
/** Parameters of a cost question. @public */
export type CostQuery = ItamOperationQuery<'getCosts'>;
/** Body of a question about many nodes. @public */
export type CostsQuery =
  operations['queryCosts']['requestBody']['content']['application/json'];
/** Answers in the order asked. @public */
export type CostsQueryAnswer =
  operations['queryCosts']['responses']['200']['content']['application/json'];
