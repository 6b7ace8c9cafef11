import type { ItamKind } from '../../entities/types';

/**
 * A tool whose exports are known by their headers.
 * @public
 */
export type ImportSource = 'snipe-it' | 'glpi' | 'servicenow' | 'common';

/** Headers of one tool for one field, those to be preferred first. */
export interface HeaderAlias {
  field: string;
  source: ImportSource;
  headers: readonly string[];
}

function from(
  source: ImportSource,
  fields: Readonly<Record<string, readonly string[]>>,
): HeaderAlias[] {
  return Object.entries(fields).map(([field, headers]) => ({
    field,
    source,
    headers,
  }));
}

/**
 * Headers of other tools.
 *
 * Source: Snipe-IT, list exports, sample imports and the field map of its
 * importer; GLPI, names of the search options that head its CSV exports
 * (lists of assets, infocoms, licences, contracts); ServiceNow, labels and
 * column names of alm_asset, alm_hardware, alm_license and ast_contract.
 * Columns that hold secrets, such as product keys, are left out on purpose.
 */
export const HEADER_ALIASES: Readonly<
  Record<ItamKind, readonly HeaderAlias[]>
> = {
  Asset: [
    ...from('snipe-it', {
      title: ['Asset Name', 'Item Name'],
      tag: ['Asset Tag', 'asset_tag'],
      serialNumber: ['Serial', 'Serial number'],
      manufacturer: ['Manufacturer'],
      model: ['Model', 'Model name', 'asset_model'],
      type: ['Category'],
      status: ['Status', 'status_label'],
      assignee: ['Checked Out', 'Checked Out To', 'Username', 'assigned_to'],
      location: ['Location', 'Default Location', 'rtd_location'],
      vendor: ['Supplier'],
      notes: ['Notes', 'Item notes'],
      endOfLife: ['EOL', 'EOL Date', 'asset_eol_date'],
      'warranty.until': ['Warranty Expires'],
      'warranty.months': ['Warranty', 'Warranty Months', 'warranty_months'],
      'financials.purchase.amount': ['Purchase Cost', 'Cost', 'purchase_cost'],
      'financials.purchase.date': ['Purchase Date', 'Purchased'],
      'financials.purchase.order': ['Order Number', 'order_number'],
    }),
    ...from('glpi', {
      title: ['Name'],
      tag: ['Inventory number', 'Inventory/Asset number', 'otherserial'],
      serialNumber: ['Serial number'],
      manufacturer: ['Manufacturers', 'Manufacturer'],
      model: ['Models', 'Model'],
      type: ['Types', 'Type'],
      status: ['Status', 'Statuses'],
      assignee: ['User', 'Users', 'Alternate username'],
      owner: ['Group', 'Groups', 'Group in charge'],
      location: ['Locations', 'Location'],
      vendor: ['Suppliers', 'Supplier'],
      notes: ['Comments', 'Comment'],
      lastSeen: [
        'Last inventory date',
        'Date of last physical inventory',
        'Last update',
      ],
      inService: ['Startup date'],
      expected: ['Delivery date'],
      version: ['Version'],
      'warranty.until': ['Warranty expiration date'],
      'warranty.months': ['Warranty duration'],
      'financials.purchase.amount': ['Value'],
      'financials.purchase.date': ['Date of purchase'],
      'financials.purchase.order': ['Order number'],
      'disposal.date': ['Decommission date'],
    }),
    ...from('servicenow', {
      title: ['Display name', 'display_name', 'Name'],
      tag: ['Asset tag', 'asset_tag'],
      serialNumber: ['Serial number', 'serial_number'],
      manufacturer: ['Manufacturer', 'Model.Manufacturer'],
      model: ['Model', 'Product Model', 'Model.Display name'],
      type: ['Model category', 'model_category'],
      status: ['State', 'install_status', 'Install status'],
      assignee: ['Assigned to', 'assigned_to', 'Managed by'],
      owner: ['Support group', 'Owned by', 'Managed by group', 'owned_by'],
      location: ['Location', 'Stockroom'],
      vendor: ['Vendor'],
      notes: ['Work notes', 'Comments', 'Description'],
      quantity: ['Quantity'],
      partOf: ['Parent'],
      inService: ['Installed', 'Install date', 'install_date'],
      expected: ['Expected delivery', 'Due', 'Expected receipt'],
      lastSeen: ['Most recent discovery', 'last_discovered'],
      cores: ['CPU core count', 'cpu_core_count'],
      processors: ['CPU count', 'cpu_count'],
      'warranty.until': ['Warranty expiration', 'warranty_expiration'],
      endOfLife: ['End of life', 'Scheduled retirement'],
      'disposal.date': ['Retired date', 'Retired', 'retirement_date'],
      'disposal.reason': ['Disposal reason', 'disposal_reason'],
      'financials.purchase.amount': ['Cost'],
      'financials.purchase.date': ['Purchased', 'purchase_date'],
      'financials.purchase.order': ['PO number', 'Purchase order', 'po_number'],
      'financials.costCenter': ['Cost center', 'cost_center'],
      'financials.depreciation.salvage': ['Salvage value', 'Residual value'],
    }),
    ...from('common', {
      title: ['Name', 'Hostname', 'Computer name'],
      tag: ['Tag', 'Asset ID', 'Asset TAG ID', 'Inventory tag', 'Barcode'],
      serialNumber: ['Serial no', 'S/N', 'Serial #'],
      manufacturer: ['Brand', 'Make'],
      type: ['Asset type', 'Device type'],
      class: ['Asset class'],
      owner: ['Owning team', 'Team', 'Department'],
      assignee: ['Assignee', 'Holder', 'Holder name', 'Employee'],
      vendor: ['Reseller'],
      inService: ['In service', 'In service date', 'Deployed on'],
      lastSeen: ['Last check-in', 'Last contact'],
      'warranty.until': ['Warranty end', 'Warranty end date'],
      'financials.purchase.currency': ['Currency', 'Cost currency'],
      'financials.purchase.amount': ['Price', 'Purchase price'],
      'financials.costCenter': ['Cost centre'],
      'financials.depreciation.months': [
        'Useful life in months',
        'Depreciation months',
      ],
    }),
  ],
  License: [
    ...from('snipe-it', {
      product: ['Name', 'License', 'Item Name', 'Software Name'],
      publisher: ['Manufacturer'],
      vendor: ['Supplier'],
      quantity: ['Total', 'Seats'],
      assignments: ['Licensed to Email', 'license_email'],
      notes: ['Notes'],
      'term.start': ['Purchase Date'],
      'term.end': ['Expiration Date', 'Termination Date'],
      'financials.price.amount': ['Purchase Cost', 'purchase_cost'],
    }),
    ...from('glpi', {
      title: ['Name'],
      product: ['Software'],
      publisher: ['Publisher'],
      quantity: ['Number', 'Number of licenses'],
      owner: ['Group', 'Group in charge'],
      vendor: ['Suppliers', 'Supplier'],
      notes: ['Comments'],
      'term.start': ['Startup date', 'Date of purchase'],
      'term.end': ['Expiration', 'Expiry date'],
      'financials.price.amount': ['Value'],
    }),
    ...from('servicenow', {
      title: ['Display name', 'display_name'],
      product: ['Software model', 'Product', 'Model'],
      publisher: ['Publisher'],
      vendor: ['Vendor'],
      quantity: ['Purchased rights', 'Rights', 'Active rights', 'Quantity'],
      metric: ['License metric', 'Metric', 'license_metric'],
      owner: ['Support group', 'Owned by'],
      contract: ['Purchased contract', 'Contract'],
      'term.start': ['Start date', 'Starts'],
      'term.end': ['End date', 'Ends'],
      'financials.price.amount': ['Unit cost', 'Total cost', 'Cost'],
      'financials.costCenter': ['Cost center'],
    }),
    ...from('common', {
      product: ['Product name', 'Software', 'Name'],
      quantity: ['Licenses', 'Licences', 'Number of seats'],
      type: ['License type', 'Licence type'],
      owner: ['Team', 'Department'],
      'financials.price.currency': ['Currency'],
      'financials.price.amount': ['Price'],
      'term.end': ['Expires', 'Renewal date'],
    }),
  ],
  Contract: [
    ...from('glpi', {
      title: ['Name'],
      number: ['Number', 'Num'],
      type: ['Contract types', 'Contract type'],
      vendor: ['Suppliers', 'Supplier'],
      notes: ['Comments'],
      'term.start': ['Start date'],
      'term.end': ['Expiration', 'End date'],
      'term.months': ['Initial contract period'],
      'renewal.kind': ['Renewal'],
      'renewal.noticeMonths': ['Notice'],
    }),
    ...from('servicenow', {
      title: ['Short description', 'short_description'],
      number: ['Contract number', 'Vendor contract', 'Number'],
      type: ['Contract model', 'contract_model'],
      vendor: ['Vendor'],
      owner: ['Contract administrator', 'Approver group', 'Owned by'],
      notes: ['Terms and conditions', 'Description'],
      covers: ['Assets covered'],
      partOf: ['Parent contract', 'Parent'],
      'term.start': ['Starts', 'Start date'],
      'term.end': ['Ends', 'End date'],
      'financials.costCenter': ['Cost center'],
    }),
    ...from('common', {
      title: ['Name', 'Contract name'],
      number: ['Contract no', 'Agreement number', 'Contract id'],
      vendor: ['Provider', 'Supplier'],
      owner: ['Team', 'Department'],
      'term.end': ['Expires', 'Renewal date'],
      'renewal.noticeDays': ['Notice days', 'Notice period in days'],
    }),
  ],
};
