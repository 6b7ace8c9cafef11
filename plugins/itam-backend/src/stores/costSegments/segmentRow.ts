import type {
  CostCategory,
  CostCertainty,
  CostSegment,
  CostSlice,
  ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';

const KINDS: readonly ItamKind[] = ['Asset', 'License', 'Contract'];
const CATEGORIES: readonly CostCategory[] = [
  'depreciation',
  'charge',
  'license',
  'contract',
  'impairment',
  'disposal',
];
const CERTAINTIES: readonly CostCertainty[] = [
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
    category: oneOf(CATEGORIES, row.category),
    certainty: oneOf(CERTAINTIES, row.certainty),
    // A boolean on PostgreSQL, 0 or 1 on SQLite.
    ...(row.estimated === true || row.estimated === 1
      ? { estimated: true as const }
      : {}),
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

/**
 * Writes a segment as a row.
 */
export function segmentToRow(
  id: number,
  recordId: number,
  segment: CostSegment,
): Record<string, unknown> {
  return {
    id,
    record_id: recordId,
    category: segment.category,
    certainty: segment.certainty,
    estimated: segment.estimated === true,
    currency: segment.currency,
    total_minor: segment.totalMinor,
    units: segment.units,
    start_month: segment.startMonth,
    window_from: segment.windowFromUnit,
    window_to: segment.windowToUnitExclusive,
    owner_ref: segment.ownerRef,
    cost_center: segment.costCenter,
    vendor: segment.vendor,
    asset_class: segment.assetClass,
    weight_total: segment.weightTotal,
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: string): T {
  const found = allowed.find(candidate => candidate === value);
  if (found === undefined) {
    throw new Error(`Unknown value ${value} in a cost segment`);
  }
  return found;
}
