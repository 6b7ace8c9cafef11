import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import type { RecordRow } from '../../stores/queries/recordRow';
import { readSupplierTitles } from '../../stores/suppliers/supplierTitles';
import { readBookValues } from './bookValues';
import { labelOf } from './catalogLabels';
import { readMonthlyCosts } from './monthlyCosts';
import type { ReadContext, ReadDeps } from './readContext';
import { recordsWithVisibleCost } from './visibleCosts';

/**
 * Rows as the caller may see them: names from the catalog with the caller's
 * credentials, money only where they may see it.
 */
export async function summariseRecords(
  deps: ReadDeps,
  context: ReadContext,
  rows: readonly RecordRow[],
): Promise<RecordSummary[]> {
  // The catalog is asked over HTTP; the register knows the money meanwhile.
  const [names, { costs, bookValues }, suppliers] = await Promise.all([
    deps.labels.load(
      rows.flatMap(row => [row.owner_ref ?? [], row.assignee_ref ?? []].flat()),
      context.credentials,
    ),
    visibleMoneyOf(deps, context, rows),
    readSupplierTitles(
      deps.knex,
      rows.flatMap(row => row.vendor ?? []),
    ),
  ]);
  return rows.map(row => ({
    ref: row.ref,
    kind: row.kind,
    title: row.title,
    origin: row.origin,
    class: row.class ?? undefined,
    type: row.type ?? undefined,
    stage: row.stage ?? undefined,
    status: row.status ?? undefined,
    owner: row.owner_ref === null ? undefined : labelOf(row.owner_ref, names),
    assignee:
      row.assignee_ref === null ? undefined : labelOf(row.assignee_ref, names),
    vendor: row.vendor ?? undefined,
    vendorTitle: suppliers.get(row.vendor ?? ''),
    product: row.product ?? undefined,
    tag: row.tag ?? undefined,
    serialNumber: row.serial_number ?? undefined,
    manufacturer: row.manufacturer ?? undefined,
    model: row.model ?? undefined,
    location: row.location ?? undefined,
    endsOn: row.ends_on ?? undefined,
    endsKind: row.ends_kind ?? undefined,
    monthlyCost: costs.get(row.ref),
    bookValue: bookValues.get(row.ref),
    retiredAt: row.retired_at ?? undefined,
    updatedAt: row.updated_at,
    version: row.version,
  }));
}

async function visibleMoneyOf(
  deps: ReadDeps,
  context: ReadContext,
  rows: readonly RecordRow[],
) {
  const priced = await recordsWithVisibleCost(
    deps.knex,
    context,
    rows.map(row => row.ref),
  );
  const [costs, bookValues] = await Promise.all([
    readMonthlyCosts(deps.knex, [...priced], context.currentMonth),
    readBookValues(
      deps,
      context,
      rows
        .filter(row => row.kind === 'Asset' && priced.has(row.ref))
        .map(row => row.ref),
    ),
  ]);
  return { costs, bookValues };
}
