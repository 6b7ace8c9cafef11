import type { FakeRow } from './FakeServiceNow';

/** An id as the instance makes them, in the order of numbers. */
export function idOf(number: number): string {
  return String(number).padStart(32, '0');
}

/** A laptop in use. */
export function laptop(number: number, cells: FakeRow = {}): FakeRow {
  return {
    sys_id: idOf(number),
    sys_updated_on: '2026-05-01 08:00:00',
    display_name: `HW-${number} - Latitude 7450`,
    asset_tag: `HW-${number}`,
    serial_number: `SN-${number}`,
    model: { value: 'm1', display_value: 'Latitude  7450' },
    'model.manufacturer': { value: 'c1', display_value: 'Dell Inc.' },
    model_category: { value: 'k1', display_value: 'Computer' },
    install_status: { value: '1', display_value: 'In use' },
    substatus: '',
    assigned_to: { value: 'u1', display_value: 'Erin Ng' },
    'assigned_to.user_name': 'Erin',
    'assigned_to.email': 'erin.ng@example.com',
    support_group: { value: 'g1', display_value: 'Client Services' },
    location: { value: 'l1', display_value: 'Berlin' },
    stockroom: '',
    vendor: { value: 'v1', display_value: 'Bechtle AG' },
    comments: 'Docked\r\nat home',
    parent: '',
    install_date: {
      value: '2026-02-01 23:30:00',
      display_value: '02.02.2026 00:30:00',
    },
    warranty_expiration: {
      value: '2029-01-31',
      display_value: '31.01.2029',
    },
    cost: { value: '1999.00', display_value: '$1,999.00' },
    purchase_date: { value: '2026-01-31', display_value: '31.01.2026' },
    po_number: 'PO-7',
    cost_center: { value: 'cc', display_value: 'CC-410' },
    retirement_date: '',
    disposal_reason: '',
    ...cells,
  };
}

/** A software licence. */
export function license(number: number, cells: FakeRow = {}): FakeRow {
  return {
    sys_id: idOf(number),
    sys_updated_on: '2026-05-01 08:00:00',
    display_name: `Acrobat ${number}`,
    model: { value: 'm2', display_value: 'Adobe Acrobat' },
    'model.manufacturer': { value: 'c2', display_value: 'Adobe' },
    vendor: { value: 'v1', display_value: 'Bechtle AG' },
    rights: '25',
    license_key: 'TOP-SECRET',
    comments: '',
    start_date: '2026-01-01',
    end_date: '2026-12-31',
    cost: { value: '5000.00', display_value: '€5.000,00' },
    cost_center: '',
    ...cells,
  };
}

/** A maintenance contract. */
export function contract(number: number, cells: FakeRow = {}): FakeRow {
  return {
    sys_id: idOf(number),
    sys_updated_on: '2026-05-01 08:00:00',
    number: `CNTR00${number}`,
    short_description: 'Laptop maintenance',
    contract_model: { value: 'cm', display_value: 'Maintenance' },
    vendor: { value: 'v1', display_value: 'Bechtle AG' },
    starts: '2026-01-01',
    ends: '2028-12-31',
    parent: '',
    description: '',
    cost_center: '',
    ...cells,
  };
}

/** That a contract covers an asset. */
export function covers(
  number: number,
  contractNumber: number,
  assetNumber: number,
  cells: FakeRow = {},
): FakeRow {
  return {
    sys_id: idOf(number),
    sys_updated_on: '2026-05-01 08:00:00',
    contract: { value: idOf(contractNumber), display_value: 'A contract' },
    asset: { value: idOf(assetNumber), display_value: 'An asset' },
    removed: '',
    ...cells,
  };
}
