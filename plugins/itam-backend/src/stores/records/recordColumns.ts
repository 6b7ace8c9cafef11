import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import { currentColumns } from './currentColumns';
import { datedStateToJson } from './datedState';
import { titleOrder } from './titleOrder';

interface KindColumns {
  class: string | null;
  type: string | null;
  stage: string | null;
  status: string | null;
  assignee_ref: string | null;
  vendor: string | null;
  product: string | null;
  manufacturer: string | null;
  model: string | null;
  tag: string | null;
  serial_number: string | null;
  location: string | null;
  contract_ref: string | null;
  part_of_ref: string | null;
}

const noColumns: KindColumns = {
  class: null,
  type: null,
  stage: null,
  status: null,
  assignee_ref: null,
  vendor: null,
  product: null,
  manufacturer: null,
  model: null,
  tag: null,
  serial_number: null,
  location: null,
  contract_ref: null,
  part_of_ref: null,
};

/**
 * What names and describes a record.
 */
export interface RecordMetadata {
  namespace: string;
  name: string;
  title: string | null;
  description: string | null;
  /** Where it is declared, as the catalog writes locations. */
  sourceLocation: string | null;
}

/**
 * The columns of `records` that a record's content decides, for an ISO
 * calendar date.
 */
export function recordColumns(
  record: CostRecord,
  metadata: RecordMetadata,
  date: string,
): Record<string, string | boolean | null> {
  const { financials, ...spec } = record.spec;
  const columns = { ...noColumns, ...kindColumns(record) };
  const searched = [
    metadata.name,
    metadata.title,
    columns.tag,
    columns.serial_number,
    columns.manufacturer,
    columns.model,
    columns.product,
  ];
  return {
    ref: record.ref,
    kind: record.kind,
    namespace: metadata.namespace,
    name: metadata.name,
    source_location: metadata.sourceLocation,
    title: metadata.title ?? metadata.name,
    title_order: titleOrder(metadata.title ?? metadata.name),
    description: metadata.description,
    ...columns,
    ...currentColumns(record, date),
    has_price: hasPrice(record),
    search_text: searched
      .filter(text => text !== null)
      .join('\n')
      .toLowerCase(),
    spec: JSON.stringify(spec),
    financials: financials === undefined ? null : JSON.stringify(financials),
    dated_state: datedStateToJson(record),
    removed_on: record.removedOn,
  };
}

function kindColumns(record: CostRecord): Partial<KindColumns> {
  if (record.kind === 'Asset') {
    const { spec } = record;
    return {
      class: spec.class,
      type: spec.type,
      stage: spec.stage,
      status: spec.status ?? null,
      assignee_ref: spec.assignee ?? null,
      vendor: spec.vendor ?? null,
      manufacturer: spec.manufacturer ?? null,
      model: spec.model ?? null,
      tag: spec.tag ?? null,
      serial_number: spec.serialNumber ?? null,
      location: spec.location ?? null,
      part_of_ref: spec.partOf ?? null,
    };
  }
  if (record.kind === 'License') {
    const { spec } = record;
    return {
      type: spec.type,
      vendor: spec.vendor ?? null,
      product: spec.product,
      manufacturer: spec.publisher ?? null,
      contract_ref: spec.contract ?? null,
    };
  }
  const { spec } = record;
  return {
    type: spec.type,
    vendor: spec.vendor,
    part_of_ref: spec.partOf ?? null,
  };
}

function hasPrice(record: CostRecord): boolean {
  if (record.kind === 'Asset') {
    const { purchase, charges } = record.spec.financials ?? {};
    return purchase !== undefined || (charges ?? []).length > 0;
  }
  if (record.kind === 'License') {
    const { price, charges } = record.spec.financials ?? {};
    return price !== undefined || (charges ?? []).length > 0;
  }
  return (record.spec.financials?.charges ?? []).length > 0;
}
