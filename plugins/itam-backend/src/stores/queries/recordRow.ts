import type {
  AssetClass,
  ItamKind,
  LifecycleStage,
} from '@backstage-itam/plugin-itam-common';

/** The columns of `records` that lists need. */
export interface RecordRow {
  id: number;
  ref: string;
  kind: ItamKind;
  title: string;
  title_order: string;
  description: string | null;
  origin: 'declared' | 'registered';
  class: AssetClass | null;
  type: string | null;
  stage: LifecycleStage | null;
  status: string | null;
  owner_ref: string | null;
  assignee_ref: string | null;
  vendor: string | null;
  product: string | null;
  manufacturer: string | null;
  model: string | null;
  tag: string | null;
  serial_number: string | null;
  location: string | null;
  cost_center: string | null;
  contract_ref: string | null;
  part_of_ref: string | null;
  ends_on: string | null;
  ends_kind: 'warranty' | 'term' | 'end-of-life' | 'notice' | null;
  retired_at: string | null;
  updated_at: string;
  version: number;
}

/** Names of the columns of {@link RecordRow}, qualified. */
export const recordColumns = [
  'id',
  'ref',
  'kind',
  'title',
  'title_order',
  'description',
  'origin',
  'class',
  'type',
  'stage',
  'status',
  'owner_ref',
  'assignee_ref',
  'vendor',
  'product',
  'manufacturer',
  'model',
  'tag',
  'serial_number',
  'location',
  'cost_center',
  'contract_ref',
  'part_of_ref',
  'ends_on',
  'ends_kind',
  'retired_at',
  'updated_at',
  'version',
].map(column => `records.${column}`);
