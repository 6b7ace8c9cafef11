import { ITAM_KINDS } from '../../entities/itamKinds';
import type { ItamKind } from '../../entities/types';
import {
  exportFields,
  importField,
  importFields,
} from '../fields/importFields';
import { HEADER_ALIASES } from './headerAliases';
import { likelyKind, recogniseHeaders } from './recogniseHeaders';

function fieldsOf(kind: ItamKind, headers: string[]) {
  return recogniseHeaders(kind, headers).columns.map(
    ({ field }) => field ?? null,
  );
}

describe('recogniseHeaders', () => {
  it.each(ITAM_KINDS)('recognises our own exports of %s', kind => {
    const ids = exportFields(kind).map(({ id }) => id);
    const { columns, problems } = recogniseHeaders(kind, ids);
    expect(columns.map(({ field }) => field)).toEqual(ids);
    expect(problems).toEqual([]);
    expect(likelyKind(ids)).toBe(kind);
  });

  it('recognises a list export of Snipe-IT', () => {
    expect(
      fieldsOf('Asset', [
        '\ufeffAsset Name',
        'Asset Tag',
        'Serial',
        'Model',
        'Category',
        'Status',
        'Checked Out To',
        'Location',
        'Manufacturer',
        'Supplier',
        'Purchase Date',
        'Cost',
        'Order Number',
        'Warranty',
        'Created At',
      ]),
    ).toEqual([
      'title',
      'tag',
      'serialNumber',
      'model',
      'type',
      'status',
      'assignee',
      'location',
      'manufacturer',
      'vendor',
      'financials.purchase.date',
      'financials.purchase.amount',
      'financials.purchase.order',
      'warranty.months',
      null,
    ]);
  });

  it('recognises a CSV export of GLPI', () => {
    expect(
      fieldsOf('Asset', [
        'Name',
        'Status',
        'Manufacturers',
        'Serial number',
        'Types',
        'Inventory number',
        'Locations',
        'Last update',
        'Financial and administrative information - Order number',
        'Financial and administrative information - Value',
        'Financial and administrative information - Date of purchase',
        'Components - Processor',
      ]),
    ).toEqual([
      'title',
      'status',
      'manufacturer',
      'serialNumber',
      'type',
      'tag',
      'location',
      'lastSeen',
      'financials.purchase.order',
      'financials.purchase.amount',
      'financials.purchase.date',
      null,
    ]);
  });

  it('recognises column names and labels of ServiceNow', () => {
    expect(
      fieldsOf('Asset', [
        'display_name',
        'asset_tag',
        'serial_number',
        'model_category',
        'install_status',
        'assigned_to',
        'owned_by',
        'cost_center',
        'warranty_expiration',
        'purchase_date',
        'po_number',
        'sys_id',
      ]),
    ).toEqual([
      'title',
      'tag',
      'serialNumber',
      'type',
      'status',
      'assignee',
      'owner',
      'financials.costCenter',
      'warranty.until',
      'financials.purchase.date',
      'financials.purchase.order',
      null,
    ]);
    expect(
      fieldsOf('Contract', [
        'Number',
        'Vendor',
        'Starts',
        'Ends',
        'Short description',
      ]),
    ).toEqual(['number', 'vendor', 'term.start', 'term.end', 'title']);
  });

  it('does not take product keys, which are secrets', () => {
    expect(fieldsOf('License', ['Product Key', 'Seats', 'License'])).toEqual([
      null,
      'quantity',
      'product',
    ]);
  });

  it('tells the id of a record from what it is called', () => {
    expect(fieldsOf('Asset', ['name', 'title'])).toEqual(['name', 'title']);
    expect(fieldsOf('Asset', ['Name'])).toEqual(['title']);
    expect(fieldsOf('License', ['Name'])).toEqual(['product']);
  });

  it('reports blank and repeated headers and second columns', () => {
    const { columns, problems } = recogniseHeaders('Asset', [
      'Asset Tag',
      ' ',
      'ASSET_TAG',
      'Location',
      'Default Location',
    ]);
    expect(columns.map(({ field }) => field ?? null)).toEqual([
      'tag',
      null,
      null,
      'location',
      null,
    ]);
    expect(problems).toEqual([
      {
        rule: 'blank-header',
        column: 1,
        message: 'Column 2 has no header; give it one to import it',
      },
      {
        rule: 'duplicate-header',
        column: 2,
        message:
          'Column 3 has the header "ASSET_TAG" of column 1; give each column its own',
      },
      {
        rule: 'second-column',
        column: 4,
        message:
          'Column 5 ("Default Location") could be location too, which is read from column 4',
      },
    ]);
  });

  it.each(ITAM_KINDS)('knows aliases of fields of %s only', kind => {
    for (const { field } of HEADER_ALIASES[kind]) {
      expect([field, importField(kind, field)?.id]).toEqual([field, field]);
    }
  });
});

describe('importFields', () => {
  it.each(ITAM_KINDS)('describes every field of %s', kind => {
    const ids = importFields(kind).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of importFields(kind)) {
      expect([
        field.id,
        field.label !== '' && field.examples.length > 0,
      ]).toEqual([field.id, true]);
      expect(field.money).toBe(field.path[0] === 'financials');
      expect(field.id).toBe(field.path.join('.'));
    }
  });

  it('names what a record cannot do without', () => {
    const required = (kind: ItamKind) =>
      importFields(kind).flatMap(field => (field.required ? [field.id] : []));
    expect(required('Asset')).toEqual(['class', 'type', 'stage', 'owner']);
    expect(required('License')).toEqual(['type', 'product', 'owner', 'metric']);
    expect(required('Contract')).toEqual([
      'type',
      'vendor',
      'owner',
      'term.start',
    ]);
  });
});
