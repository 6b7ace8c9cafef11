import type { ServicingEntry } from '@backstage-itam/plugin-itam-common';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import type { Knex } from 'knex';

/** What was done to a record, with its cost in minor units. */
export interface Servicing {
  id: number;
  /** ISO calendar date. */
  date: string;
  kind: ServicingEntry['kind'];
  title: string;
  cost: { minor: bigint; currency: string } | null;
  vendor: string | null;
  invoice: string | null;
  /** ISO calendar date on which the next one is due. */
  nextDue: string | null;
  /** ISO instant. */
  recordedAt: string;
  recordedBy: string | null;
}

const KINDS: readonly ServicingEntry['kind'][] = [
  'inspection',
  'maintenance',
  'repair',
  'calibration',
  'upgrade',
  'other',
];

/** A row as {@link servicingColumns} selects it. */
export interface ServicingRow {
  id: unknown;
  date: string;
  kind: string;
  title: string;
  amount_minor: unknown;
  currency: string | null;
  vendor: string | null;
  invoice: string | null;
  next_due: string | null;
  recorded_at: string;
  recorded_by: string | null;
}

/** The columns of {@link ServicingRow}; amounts as text, so that none rounds. */
export function servicingColumns(knex: Knex): (string | Knex.Raw)[] {
  return [
    'id',
    'date',
    'kind',
    'title',
    knex.raw('cast(amount_minor as text) as amount_minor'),
    'currency',
    'vendor',
    'invoice',
    'next_due',
    'recorded_at',
    'recorded_by',
  ];
}

/** Throws when the kind is none the register knows. */
export function servicingFromRow(row: ServicingRow): Servicing {
  const kind = KINDS.find(known => known === row.kind);
  if (!kind) {
    throw new Error('A servicing of unknown kind is stored');
  }
  return {
    id: integerFromRow(row.id),
    date: row.date,
    kind,
    title: row.title,
    cost:
      row.amount_minor === null || row.currency === null
        ? null
        : { minor: bigintFromRow(row.amount_minor), currency: row.currency },
    vendor: row.vendor,
    invoice: row.invoice,
    nextDue: row.next_due,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  };
}
