import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';
import { integerFromRow } from '../../database/bigints';
import { textsOf } from '../policies/discoveryFacts';

/** How something was found. */
export type AuditOutcome = AuditItemEntry['outcome'];
/** How something differs from what is registered. */
export type AuditDiscrepancy = AuditItemEntry['discrepancies'][number];
/** What became of an observation in the record. */
export type AuditApplied = NonNullable<AuditItemEntry['applied']>;

/** All outcomes, in the order they are shown. */
export const AUDIT_OUTCOMES: readonly AuditOutcome[] = [
  'pending',
  'found',
  'not-found',
  'elsewhere',
  'unexpected',
];

/** All discrepancies, the gravest first. */
export const AUDIT_DISCREPANCIES: readonly AuditDiscrepancy[] = [
  'missing',
  'misplaced',
  'wrong-holder',
  'wrong-status',
  'unexpected',
  'not-checked',
];

const APPLIED: readonly AuditApplied[] = [
  'applied',
  'unchanged',
  'declared',
  'refused',
];

/** What was found of something. */
export interface Observed {
  outcome: AuditOutcome;
  foundLocation: string | null;
  foundHolder: string | null;
  foundStatus: string | null;
  condition: string | null;
  note: string | null;
  /** ISO calendar date; null where it was not seen. */
  seenOn: string | null;
}

/** Something an audit expects or found. */
export interface StoredAuditItem extends Observed {
  id: number;
  recordId: number | null;
  expected: boolean;
  ref: string | null;
  title: string;
  tag: string | null;
  serialNumber: string | null;
  location: string | null;
  holder: string | null;
  status: string | null;
  observedAt: string | null;
  observedBy: string | null;
  discrepancies: AuditDiscrepancy[];
  applied: AuditApplied | null;
}

/** A row of `audit_items` as {@link auditItemColumns} selects it. */
export interface AuditItemRow {
  id: unknown;
  record_id: unknown;
  expected: unknown;
  ref: string | null;
  title: string;
  tag: string | null;
  serial_number: string | null;
  location: string | null;
  holder: string | null;
  status: string | null;
  outcome: string;
  found_location: string | null;
  found_holder: string | null;
  found_status: string | null;
  condition: string | null;
  note: string | null;
  seen_on: string | null;
  observed_at: string | null;
  observed_by: string | null;
  discrepancies: string | null;
  applied: string | null;
}

/** Names of the columns of {@link AuditItemRow}, qualified. */
export const auditItemColumns = [
  'id',
  'record_id',
  'expected',
  'ref',
  'title',
  'tag',
  'serial_number',
  'location',
  'holder',
  'status',
  'outcome',
  'found_location',
  'found_holder',
  'found_status',
  'condition',
  'note',
  'seen_on',
  'observed_at',
  'observed_by',
  'discrepancies',
  'applied',
].map(column => `audit_items.${column}`);

/** Throws when the row holds an outcome there is not. */
export function auditItemFromRow(row: AuditItemRow): StoredAuditItem {
  const outcome = AUDIT_OUTCOMES.find(known => known === row.outcome);
  if (!outcome) {
    throw new Error('An audit item of unknown outcome is stored');
  }
  const discrepancies =
    row.discrepancies === null ? [] : textsOf(row.discrepancies);
  return {
    id: integerFromRow(row.id),
    recordId: row.record_id === null ? null : integerFromRow(row.record_id),
    expected: Boolean(row.expected),
    ref: row.ref,
    title: row.title,
    tag: row.tag,
    serialNumber: row.serial_number,
    location: row.location,
    holder: row.holder,
    status: row.status,
    outcome,
    foundLocation: row.found_location,
    foundHolder: row.found_holder,
    foundStatus: row.found_status,
    condition: row.condition,
    note: row.note,
    seenOn: row.seen_on,
    observedAt: row.observed_at,
    observedBy: row.observed_by,
    discrepancies: AUDIT_DISCREPANCIES.filter(one =>
      discrepancies.includes(one),
    ),
    applied: APPLIED.find(known => known === row.applied) ?? null,
  };
}
