import {
  importField,
  type ImportDetail,
} from '@backstage-itam/plugin-itam-common';

/** The columns most files need, by kind. */
const TEMPLATE_FIELDS: Readonly<
  Record<ImportDetail['kind'], readonly string[]>
> = {
  Asset: [
    'tag',
    'title',
    'class',
    'type',
    'status',
    'owner',
    'assignee',
    'serialNumber',
    'manufacturer',
    'model',
    'vendor',
    'location',
    'inService',
    'warranty.until',
    'financials.purchase.amount',
    'financials.purchase.currency',
    'financials.purchase.date',
    'financials.purchase.order',
    'financials.costCenter',
    'financials.depreciation.method',
    'financials.depreciation.months',
    'notes',
  ],
  License: [
    'product',
    'publisher',
    'type',
    'metric',
    'quantity',
    'owner',
    'vendor',
    'term.start',
    'term.end',
    'financials.price.amount',
    'financials.price.currency',
    'financials.price.per',
    'financials.price.every',
    'financials.costCenter',
    'services',
    'notes',
  ],
  Contract: [
    'number',
    'title',
    'type',
    'vendor',
    'owner',
    'term.start',
    'term.end',
    'renewal.kind',
    'renewal.months',
    'renewal.noticeMonths',
    'covers',
    'financials.costCenter',
    'notes',
  ],
};

/**
 * A CSV file with the headers most files of a kind need, and no rows.
 */
export function templateOf(kind: ImportDetail['kind']): string {
  const labels = TEMPLATE_FIELDS[kind].map(
    id => importField(kind, id)?.label ?? id,
  );
  return `${labels.join(',')}\r\n`;
}
