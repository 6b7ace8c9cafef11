import {
  addDays,
  addMonths,
  isPlainDate,
  parseImportStatus,
} from '@backstage-itam/plugin-itam-common';
import {
  sourceField,
  sourceLine,
  sourceUserRef,
  type SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import { plainLines } from '../client/plainText';
import type { SnipeItConfig } from '../config/SnipeItConfig';
import { dayAt, lineAt, monthsAt, namedIn, nameAt } from './fields';

/** An asset of Snipe-IT as an asset. */
export function hardwareRecord(
  id: number,
  row: unknown,
  config: SnipeItConfig,
): SourceRecord {
  const category = nameAt(row, 'category');
  const company = namedIn(config.companies, nameAt(row, 'company'));
  return {
    sourceId: String(id),
    cells: {
      title: lineAt(row, 'name') || nameAt(row, 'model'),
      tag: lineAt(row, 'asset_tag'),
      serialNumber: lineAt(row, 'serial'),
      model: nameAt(row, 'model'),
      manufacturer: nameAt(row, 'manufacturer'),
      type: namedIn(config.types, category) ?? category,
      status: statusOf(row, config),
      vendor: nameAt(row, 'supplier'),
      notes: plainLines(sourceField(row, 'notes')),
      endOfLife: dayAt(row, 'asset_eol_date'),
      'warranty.until': warrantyEnd(row),
      ...placeOf(row, config),
      ...purchaseOf(row, config),
      ...(company === undefined ? {} : { owner: company }),
    },
    defaults: { class: 'hardware' },
    links: [{ field: 'partOf', to: holderAsset(row) }],
    url: pageOf(config.baseUrl, 'hardware', id),
  };
}

/**
 * The label of the status, where the configuration or the register knows it.
 * An asset that is checked out is in use whatever its label says, and a label
 * of the organisation's own counts by its type where that says enough.
 */
function statusOf(row: unknown, { settings }: SnipeItConfig): string {
  const label = sourceField(row, 'status_label');
  const name = lineAt(label, 'name');
  const { statuses } = settings.reading;
  if (namedIn(statuses, name) !== undefined) {
    return name;
  }
  if (lineAt(label, 'status_meta') === 'deployed') {
    return 'in-use';
  }
  if (name === '' || parseImportStatus(name, statuses).ok) {
    return name;
  }
  switch (lineAt(label, 'status_type')) {
    case 'deployable':
      return 'in-stock';
    case 'pending':
      return 'staging';
    default:
      return name;
  }
}

/** Assets are checked out to a user, a location or another asset. */
function placeOf(
  row: unknown,
  { userKey, userNamespace }: SnipeItConfig,
): Record<string, string> {
  const holder = sourceField(row, 'assigned_to');
  const type = lineAt(holder, 'type');
  return {
    assignee:
      type === 'user'
        ? sourceUserRef(lineAt(holder, userKey), userNamespace)
        : '',
    location:
      (type === 'location' ? lineAt(holder, 'name') : '') ||
      nameAt(row, 'location') ||
      nameAt(row, 'rtd_location'),
  };
}

function holderAsset(row: unknown): { stream: string; sourceId: string }[] {
  const holder = sourceField(row, 'assigned_to');
  const id = sourceLine(sourceField(holder, 'id'));
  return lineAt(holder, 'type') === 'asset' && id !== ''
    ? [{ stream: 'hardware', sourceId: id }]
    : [];
}

function warrantyEnd(row: unknown): string {
  const end = dayAt(row, 'warranty_expires');
  const months = monthsAt(row, 'warranty_months');
  const start = dayAt(row, 'purchase_date');
  return end === '' && months && isPlainDate(start)
    ? addDays(addMonths(start, months), -1)
    : end;
}

/** A purchase has an amount and a day; money without a currency is not read. */
export function purchaseOf(
  row: unknown,
  { settings }: SnipeItConfig,
): Record<string, string> {
  if (settings.reading.currency === undefined) {
    return {};
  }
  const amount = costOf(row);
  const day = dayAt(row, 'purchase_date');
  const isWhole = amount !== '' && day !== '';
  return {
    'financials.purchase.amount': isWhole ? amount : '',
    'financials.purchase.date': isWhole ? day : '',
    'financials.purchase.order': isWhole ? lineAt(row, 'order_number') : '',
  };
}

/** The amount as shown, without any digit but noughts it is none. */
export function costOf(row: unknown): string {
  const text = lineAt(row, 'purchase_cost');
  return /[1-9]/.test(text) ? text : '';
}

/** Where people find it. */
export function pageOf(baseUrl: string, list: string, id: number): string {
  return new URL(
    `${list}/${id}`,
    baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`,
  ).href;
}
