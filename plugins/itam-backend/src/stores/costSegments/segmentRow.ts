import {
  COST_CATEGORIES,
  type CostCertainty,
  type CostSegment,
  type CostSlice,
  type CostView,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import type { ColumnType, ColumnValue } from '../../database/bulkInsert';

const KINDS: readonly ItamKind[] = ['Asset', 'License', 'Contract'];
/** Allowed in a row's `view`. */
export const VIEWS: readonly CostView[] = ['accrued', 'invoiced'];
/** Allowed in a row's `certainty`. */
export const CERTAINTIES: readonly CostCertainty[] = [
  'actual',
  'committed',
  'forecast',
];

/** Segments one record may have; the rest of an id is the record's. */
export const SEGMENTS_PER_RECORD = 65_536;

/**
 * A row of `cost_segments` as {@link segmentColumns} selects it.
 */
export interface SegmentRow {
  id: unknown;
  record_id: unknown;
  record_ref: string;
  record_kind: string;
  view: string;
  closed: unknown;
  category: string;
  certainty: string;
  estimated: unknown;
  currency: string;
  total_minor: unknown;
  units: number;
  start_month: number;
  window_from: number;
  window_to: number;
  owner_ref: string | null;
  cost_center: string | null;
  vendor: string | null;
  asset_class: string | null;
  weight_total: number;
}

/**
 * The columns of {@link SegmentRow}: amounts as text, since SQLite's driver
 * would round large ones. Expects `cost_segments` joined with `records`.
 */
export function segmentColumns(database: Knex): (string | Knex.Raw)[] {
  return [
    'cost_segments.id',
    'cost_segments.record_id',
    'records.ref as record_ref',
    'records.kind as record_kind',
    'cost_segments.view',
    'cost_segments.closed',
    'cost_segments.category',
    'cost_segments.certainty',
    'cost_segments.estimated',
    'cost_segments.currency',
    database.raw('CAST(cost_segments.total_minor AS TEXT) AS total_minor'),
    'cost_segments.units',
    'cost_segments.start_month',
    'cost_segments.window_from',
    'cost_segments.window_to',
    'cost_segments.owner_ref',
    'cost_segments.cost_center',
    'cost_segments.vendor',
    'cost_segments.asset_class',
    'cost_segments.weight_total',
  ];
}

/**
 * Reads a segment; its slices in order of their bounds.
 */
export function segmentFromRow(
  row: SegmentRow,
  slices: CostSlice[],
): CostSegment {
  return {
    recordRef: row.record_ref,
    recordKind: oneOf(KINDS, row.record_kind),
    view: oneOf(VIEWS, row.view),
    category: oneOf(COST_CATEGORIES, row.category),
    certainty: oneOf(CERTAINTIES, row.certainty),
    ...(booleanFromRow(row.estimated) ? { estimated: true as const } : {}),
    ...(booleanFromRow(row.closed) ? { closed: true as const } : {}),
    currency: row.currency,
    totalMinor: bigintFromRow(row.total_minor),
    units: integerFromRow(row.units),
    startMonth: integerFromRow(row.start_month),
    windowFromUnit: integerFromRow(row.window_from),
    windowToUnitExclusive: integerFromRow(row.window_to),
    ownerRef: row.owner_ref,
    costCenter: row.cost_center,
    vendor: row.vendor,
    assetClass: row.asset_class,
    weightTotal: integerFromRow(row.weight_total),
    slices,
  };
}

/** Columns of a segment's row, in the order of {@link segmentValues}. */
export const segmentColumnTypes: Readonly<Record<string, ColumnType>> = {
  id: 'bigint',
  record_id: 'integer',
  view: 'text',
  closed: 'boolean',
  category: 'text',
  certainty: 'text',
  estimated: 'boolean',
  currency: 'text',
  total_minor: 'bigint',
  units: 'integer',
  start_month: 'integer',
  window_from: 'integer',
  window_to: 'integer',
  owner_ref: 'text',
  cost_center: 'text',
  vendor: 'text',
  asset_class: 'text',
  weight_total: 'integer',
};

/**
 * A segment as the values of its row.
 */
export function segmentValues(
  id: number,
  recordId: number,
  segment: CostSegment,
): ColumnValue[] {
  return [
    id,
    recordId,
    segment.view,
    segment.closed === true,
    segment.category,
    segment.certainty,
    segment.estimated === true,
    segment.currency,
    String(segment.totalMinor),
    segment.units,
    segment.startMonth,
    segment.windowFromUnit,
    segment.windowToUnitExclusive,
    segment.ownerRef,
    segment.costCenter,
    segment.vendor,
    segment.assetClass,
    segment.weightTotal,
  ];
}

/**
 * A segment as a row, by column.
 */
export function segmentToRow(
  id: number,
  recordId: number,
  segment: CostSegment,
): Record<string, ColumnValue> {
  const values = segmentValues(id, recordId, segment);
  return Object.fromEntries(
    Object.keys(segmentColumnTypes).map((name, index) => [name, values[index]]),
  );
}

/** A boolean on PostgreSQL, 0 or 1 on SQLite. */
function booleanFromRow(value: unknown): boolean {
  return value === true || value === 1;
}

/** Reads a value that is one of a few. Throws for any other. */
export function oneOf<T extends string>(
  allowed: readonly T[],
  value: string,
): T {
  const found = allowed.find(candidate => candidate === value);
  if (found === undefined) {
    throw new Error(`Unknown value ${value} in a cost segment`);
  }
  return found;
}
