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

/** A kind of relation between configuration items. */
export function relationType(number: number, name: string): FakeRow {
  return { sys_id: idOf(number), name };
}

/** That one item runs on another: it is its parent. */
export function relation(
  number: number,
  childNumber: number,
  parentNumber: number,
  cells: FakeRow = {},
): FakeRow {
  return {
    sys_id: idOf(number),
    sys_updated_on: '2026-05-01 08:00:00',
    child: { value: idOf(childNumber), display_value: `ci-${childNumber}` },
    parent: { value: idOf(parentNumber), display_value: `ci-${parentNumber}` },
    type: { value: idOf(801), display_value: 'Runs on::Runs' },
    'parent.sys_class_name': {
      value: 'cmdb_ci_service_discovered',
      display_value: 'Mapped Application Service',
    },
    'parent.name': `ci-${parentNumber}`,
    ...cells,
  };
}

/** The class of a parent that is no service, as a cell of a relation. */
export const serverAbove: FakeRow = {
  'parent.sys_class_name': {
    value: 'cmdb_ci_appl',
    display_value: 'Application',
  },
};

/** An incident about configuration item 900 that somebody works on. */
export function incident(number: number, cells: FakeRow = {}): FakeRow {
  return {
    sys_id: idOf(number),
    sys_updated_on: '2026-05-19 11:00:00',
    number: `INC00${number}`,
    short_description: 'Disk is full',
    active: 'true',
    state: { value: '2', display_value: 'In Progress' },
    priority: { value: '2', display_value: '2 - High' },
    opened_at: {
      value: '2026-05-19 10:00:00',
      display_value: '19.05.2026 12:00:00',
    },
    due_date: '',
    assigned_to: { value: 'u1', display_value: 'Erin Ng' },
    assignment_group: { value: 'g1', display_value: 'Hardware' },
    cmdb_ci: { value: idOf(900), display_value: 'hw-1' },
    business_service: '',
    ...cells,
  };
}

/** A change of the same item that is planned. */
export function changeRequest(number: number, cells: FakeRow = {}): FakeRow {
  return incident(number, {
    number: `CHG00${number}`,
    short_description: 'New disk',
    state: { value: '-2', display_value: 'Scheduled' },
    assigned_to: '',
    start_date: '2026-06-01 20:00:00',
    end_date: '2026-06-01 22:00:00',
    ...cells,
  });
}
