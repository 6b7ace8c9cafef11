import type { components, operations } from './generated/types';

type Schemas = components['schemas'];
type Query<Name extends keyof operations> = NonNullable<
  operations[Name]['parameters']['query']
>;

/** One record in a list. @public */
export type RecordSummary = Schemas['RecordSummary'];
/** A page of records. @public */
export type RecordPage = Schemas['RecordPage'];
/** One record with everything the caller may see. @public */
export type RecordDetail = Schemas['RecordDetail'];
/** A catalog entity as the caller may see it. @public */
export type RefLabel = Schemas['RefLabel'];
/** An amount in JSON: decimal text and ISO 4217 code. @public */
export type AmountJson = Schemas['Amount'];
/** Figures per month, as booked and converted. @public */
export type CostSeries = Schemas['CostSeries'];
/** One line of a cost breakdown. @public */
export type CostGroup = Schemas['CostGroup'];
/** The cost of a node over a range of months. @public */
export type CostAnswer = Schemas['CostAnswer'];
/** What a cost is broken down by. @public */
export type CostDimension = Schemas['CostDimension'];
/** Used (by services) or owned (by the records' owners). @public */
export type CostBasis = Schemas['CostBasis'];
/** Health of the register. @public */
export type RegisterHealth = Schemas['Health'];
/** A declaration the catalog or the register refused. @public */
export type RejectedDeclaration = Schemas['RejectedDeclaration'];
/** What the catalog delivers for an entity. @public */
export type Declaration = Schemas['Declaration'];
/** An error or conflict the catalog met. @public */
export type DeclarationIncident = Schemas['DeclarationIncident'];
/** Filters of the register's list. @public */
export type RecordQuery = Query<'listRecords'>;
/** Parameters of a cost question. @public */
export type CostQuery = Query<'getCosts'>;
/** Body of a question about many nodes. @public */
export type CostsQuery =
  operations['queryCosts']['requestBody']['content']['application/json'];
/** Answers in the order asked. @public */
export type CostsQueryAnswer =
  operations['queryCosts']['responses']['200']['content']['application/json'];
