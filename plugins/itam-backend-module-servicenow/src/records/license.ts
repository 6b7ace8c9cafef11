import { sourceDay, type SourceRecord } from '@backstage-itam/plugin-itam-node';
import type { TableRow } from '../client/TableReader';
import type { ServiceNowConfig } from '../config/ServiceNowConfig';
import { cellsOf, together } from './cells';
import { amountOf } from './hardware';
import { recordUrl } from './recordUrl';

/** Columns of `alm_license` that are asked for; keys are never. */
export const LICENSE_FIELDS = [
  'display_name',
  'model',
  'model.manufacturer',
  'vendor',
  'rights',
  'comments',
  'start_date',
  'end_date',
  'cost',
  'cost_center',
] as const;

/** A row of `alm_license` as a licence. */
export function licenseRecord(
  id: string,
  row: TableRow,
  config: ServiceNowConfig,
): SourceRecord {
  const end = sourceDay(row.get('end_date')?.value);
  return {
    sourceId: id,
    cells: {
      ...cellsOf(row, {
        title: ['display_name', 'shown'],
        product: ['model', 'shown'],
        publisher: ['model.manufacturer', 'shown'],
        vendor: ['vendor', 'shown'],
        quantity: ['rights', 'number'],
        notes: ['comments', 'lines'],
      }),
      ...termCells(row),
      ...priceCells(row, config),
    },
    defaults: {
      type: end === '' ? 'perpetual' : 'subscription',
      metric: 'device',
    },
    url: recordUrl(config.baseUrl, 'alm_license', id),
  };
}

/** A term has a start. */
export function termCells(
  row: TableRow,
  columns: { start: string; end: string } = {
    start: 'start_date',
    end: 'end_date',
  },
): Record<string, string> {
  const start = row.get(columns.start);
  const end = row.get(columns.end);
  if (!start) {
    return {};
  }
  const from = sourceDay(start.value);
  return {
    'term.start': from,
    ...(end ? { 'term.end': from === '' ? '' : sourceDay(end.value) } : {}),
  };
}

function priceCells(
  row: TableRow,
  { settings }: ServiceNowConfig,
): Record<string, string> {
  const cost = row.get('cost');
  return !cost || settings.reading.currency === undefined
    ? {}
    : {
        ...together(
          { 'financials.price.amount': amountOf(cost.value) },
          { 'financials.price.per': 'total', 'financials.price.every': 'once' },
        ),
        ...cellsOf(row, { 'financials.costCenter': ['cost_center', 'shown'] }),
      };
}
