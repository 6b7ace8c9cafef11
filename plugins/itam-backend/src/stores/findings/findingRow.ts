import type {
  BreachValues,
  PolicyFinding,
  PolicySeverity,
} from '@backstage-itam/plugin-itam-common';
import { integerFromRow } from '../../database/bigints';
import { readVariantValues } from './variantValues';

/** Open, set aside by a person for a time, or over. */
export type FindingState = 'open' | 'accepted' | 'resolved';

/** A stored finding. */
export interface StoredFinding {
  id: number;
  recordId: number | null;
  itemId: number | null;
  /** Of a service, whose components it is about. */
  serviceRef: string | null;
  /** Ref of the record or service, or `discovery:<id>`. */
  subjectRef: string;
  rule: string;
  subject: string;
  area: string;
  severity: PolicySeverity;
  message: string;
  /** Which text of the rule the message is; null until evaluated again. */
  variant: string | null;
  /** What fills the blanks of that text. */
  values: BreachValues;
  path: string | null;
  financial: boolean;
  state: FindingState;
  /** ISO instant at which it was found, the last time after it was resolved. */
  firstSeen: string;
  changedAt: string;
  reason: string | null;
  acceptedBy: string | null;
  /** ISO calendar date, the last day it is set aside. */
  acceptedUntil: string | null;
  version: number;
}

/** A row of `findings` as {@link findingColumns} selects it. */
export interface FindingRow {
  id: unknown;
  record_id: unknown;
  item_id: unknown;
  service_ref: string | null;
  subject_ref: string;
  rule: string;
  subject: string;
  area: string;
  severity: unknown;
  message: string;
  variant: string | null;
  variant_values: string | null;
  path: string | null;
  financial: unknown;
  state: string;
  first_seen: string;
  changed_at: string;
  reason: string | null;
  accepted_by: string | null;
  accepted_until: string | null;
  version: unknown;
}

/** Names of the columns of {@link FindingRow}, qualified. */
export const findingColumns = [
  'id',
  'record_id',
  'item_id',
  'service_ref',
  'subject_ref',
  'rule',
  'subject',
  'area',
  'severity',
  'message',
  'variant',
  'variant_values',
  'path',
  'financial',
  'state',
  'first_seen',
  'changed_at',
  'reason',
  'accepted_by',
  'accepted_until',
  'version',
].map(column => `findings.${column}`);

const SEVERITIES: readonly PolicySeverity[] = ['error', 'warning', 'info'];
const STATES: readonly FindingState[] = ['open', 'accepted', 'resolved'];

/** Severity as it is stored and sorted: the gravest is the lowest. */
export function severityRank(severity: PolicySeverity): number {
  return SEVERITIES.indexOf(severity);
}

/** Throws when the number is no severity. */
export function severityOf(rank: number): PolicySeverity {
  const severity = SEVERITIES.at(rank);
  if (severity === undefined) {
    throw new Error('A finding of unknown severity is stored');
  }
  return severity;
}

/** Money is in the financials of a record, and nowhere else. */
export function isFinancial({ path }: Pick<PolicyFinding, 'path'>): boolean {
  return path?.startsWith('spec.financials') === true;
}

/** Throws when the row holds a state or severity there is not. */
export function findingFromRow(row: FindingRow): StoredFinding {
  const state = STATES.find(known => known === row.state);
  if (!state) {
    throw new Error('A finding of unknown state is stored');
  }
  return {
    id: integerFromRow(row.id),
    recordId: row.record_id === null ? null : integerFromRow(row.record_id),
    itemId: row.item_id === null ? null : integerFromRow(row.item_id),
    serviceRef: row.service_ref,
    subjectRef: row.subject_ref,
    rule: row.rule,
    subject: row.subject,
    area: row.area,
    severity: severityOf(integerFromRow(row.severity)),
    message: row.message,
    variant: row.variant,
    values: readVariantValues(row.variant_values),
    path: row.path,
    financial: Boolean(row.financial),
    state,
    firstSeen: row.first_seen,
    changedAt: row.changed_at,
    reason: row.reason,
    acceptedBy: row.accepted_by,
    acceptedUntil: row.accepted_until,
    version: integerFromRow(row.version),
  };
}
