import {
  sourceDay,
  sourceLine,
  sourceUserRef,
  type SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import type { TableRow } from '../client/TableReader';
import type { ServiceNowConfig } from '../config/ServiceNowConfig';
import { cellsOf, namedIn, together } from './cells';
import { recordUrl } from './recordUrl';

/** Columns of `alm_hardware` that are asked for. */
export const HARDWARE_FIELDS = [
  'display_name',
  'asset_tag',
  'serial_number',
  'model',
  'model.manufacturer',
  'model_category',
  'install_status',
  'substatus',
  'assigned_to',
  'assigned_to.user_name',
  'assigned_to.email',
  'support_group',
  'location',
  'stockroom',
  'vendor',
  'comments',
  'parent',
  'install_date',
  'warranty_expiration',
  'cost',
  'purchase_date',
  'po_number',
  'cost_center',
  'retirement_date',
  'disposal_reason',
] as const;

/**
 * A row of `alm_hardware` as an asset.
 *
 * @param services - Cell of the services it serves; absent when not known
 */
export function hardwareRecord(
  id: string,
  row: TableRow,
  config: ServiceNowConfig,
  services?: string,
): SourceRecord {
  const parent = row.get('parent');
  return {
    sourceId: id,
    cells: {
      ...cellsOf(row, {
        title: ['display_name', 'shown'],
        tag: ['asset_tag', 'shown'],
        serialNumber: ['serial_number', 'shown'],
        model: ['model', 'shown'],
        manufacturer: ['model.manufacturer', 'shown'],
        vendor: ['vendor', 'shown'],
        notes: ['comments', 'lines'],
        inService: ['install_date', 'day'],
        'warranty.until': ['warranty_expiration', 'day'],
      }),
      ...typeCell(row, config),
      ...statusCell(row, config),
      ...locationCell(row),
      ...assigneeCell(row, config),
      ...ownerCell(row, config),
      ...moneyCells(row, config),
      ...disposalCells(row),
      ...(services === undefined ? {} : { services }),
    },
    defaults: { class: 'hardware' },
    ...(parent
      ? {
          links: [
            {
              field: 'partOf',
              to:
                parent.value === ''
                  ? []
                  : [{ stream: 'alm_hardware', sourceId: parent.value }],
            },
          ],
        }
      : {}),
    url: recordUrl(config.baseUrl, 'alm_hardware', id),
  };
}

function typeCell(
  row: TableRow,
  { types }: ServiceNowConfig,
): Record<string, string> {
  const category = row.get('model_category');
  if (!category) {
    return {};
  }
  const name = sourceLine(category.shown);
  return { type: namedIn(types, name) ?? name };
}

/** A status that the configuration names with its substatus goes first. */
function statusCell(
  row: TableRow,
  { settings }: ServiceNowConfig,
): Record<string, string> {
  const state = row.get('install_status');
  if (!state) {
    return {};
  }
  const name = sourceLine(state.shown);
  const sub = sourceLine(row.get('substatus')?.shown);
  const whole = `${name} / ${sub}`;
  return {
    status:
      namedIn(settings.reading.statuses, whole) === undefined ? name : whole,
  };
}

/** A hidden place says nothing, even where the stockroom is shown. */
function locationCell(row: TableRow): Record<string, string> {
  const location = row.get('location');
  return location
    ? {
        location:
          sourceLine(location.shown) || sourceLine(row.get('stockroom')?.shown),
      }
    : {};
}

function assigneeCell(
  row: TableRow,
  { userKey, userNamespace }: ServiceNowConfig,
): Record<string, string> {
  const name = row.get(`assigned_to.${userKey}`);
  return name ? { assignee: sourceUserRef(name.shown, userNamespace) } : {};
}

/** Only groups the configuration knows: others are no groups of the catalog. */
function ownerCell(
  row: TableRow,
  { groups }: ServiceNowConfig,
): Record<string, string> {
  const group = namedIn(groups, sourceLine(row.get('support_group')?.shown));
  return group === undefined ? {} : { owner: group };
}

/** A purchase has an amount and a day; money without a currency is not read. */
function moneyCells(
  row: TableRow,
  { settings }: ServiceNowConfig,
): Record<string, string> {
  const cost = row.get('cost');
  const day = row.get('purchase_date');
  if (!cost || !day || settings.reading.currency === undefined) {
    return {};
  }
  const purchase = together({
    'financials.purchase.amount': amountOf(cost.value),
    'financials.purchase.date': sourceDay(day.value),
  });
  const order = row.get('po_number');
  const isWhole = purchase['financials.purchase.amount'] !== '';
  return {
    ...purchase,
    ...(order
      ? {
          'financials.purchase.order': isWhole ? sourceLine(order.shown) : '',
        }
      : {}),
    ...cellsOf(row, { 'financials.costCenter': ['cost_center', 'shown'] }),
  };
}

function disposalCells(row: TableRow): Record<string, string> {
  const day = row.get('retirement_date');
  if (!day) {
    return {};
  }
  const date = sourceDay(day.value);
  const reason = row.get('disposal_reason');
  return {
    'disposal.date': date,
    ...(reason
      ? { 'disposal.reason': date === '' ? '' : sourceLine(reason.shown) }
      : {}),
  };
}

/** Nothing was paid where the amount is nought: that is how none is stored. */
export function amountOf(value: string): string {
  const text = sourceLine(value);
  return Number(text) === 0 ? '' : text;
}
