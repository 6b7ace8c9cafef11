import type { JsonObject } from '@backstage/types';
import { absentName, hiddenRecords } from './hiddenRecords';

const hiddenRefs = hiddenRecords.map(
  ({ kind, metadata }) =>
    `${kind.toLocaleLowerCase('en-US')}:default/${metadata.name}`,
);

/** Registered for the run: requests may change them. */
export const changeableRefs: readonly string[] = [
  ...['fuzz-1', 'fuzz-2', 'fuzz-3', 'fuzz-4'].map(
    name => `asset:default/${name}`,
  ),
  'asset:default/fuzz-stock',
  'license:default/fuzz-seats',
  'contract:default/fuzz-deal',
];

/** Records of the shop, of the fuzz and ones that do not exist. */
export const recordRefs: readonly string[] = [
  'asset:default/db',
  'asset:default/laptop',
  'asset:default/secret',
  'license:default/github',
  'contract:default/github',
  ...changeableRefs,
  ...hiddenRefs,
  'asset:default/nothing',
  `asset:default/${absentName}`,
];

const people = [
  'user:default/member',
  'user:default/manager',
  'user:default/other',
  'user:default/nobody',
  'user:default/MEMBER',
  'member',
];
const groups = [
  'group:default/payments',
  'group:default/commerce',
  'group:default/storefront',
  'group:default/other',
  'group:default/nothing',
  'payments',
];
const services = [
  'component:default/payments-api',
  'component:default/web',
  'component:default/lonely',
  'system:default/checkout',
  'component:default/nothing',
];
const nodes = [
  'all',
  ...services,
  ...groups,
  ...people,
  ...recordRefs,
  'supplier:dell',
  'supplier:obsidianworks',
  'cost-center:CC-1',
  'class:hardware',
  'class:nothing',
];
const days = [
  '2026-01-01',
  '2026-01-01',
  '2026-09-30',
  '2026-10-01',
  '2026-10-15',
  '2026-10-15',
  '2026-12-31',
  '2027-02-28',
  '2024-02-29',
  '2026-02-30',
  '1970-01-01',
  '9999-12-31',
  '0001-01-01',
];
const months = [
  '2025-12',
  '2026-01',
  '2026-06',
  '2026-09',
  '2026-10',
  '2027-03',
  '0001-01',
  '9999-12',
];
const amounts: JsonObject[] = [
  { amount: '12.34', currency: 'EUR' },
  { amount: '12.34', currency: 'EUR' },
  { amount: '56.78', currency: 'EUR' },
  { amount: '910.11', currency: 'USD' },
  { amount: '2400', currency: 'USD' },
  { amount: '0.00', currency: 'EUR' },
  { amount: '-5.00', currency: 'EUR' },
  { amount: '99', currency: 'JPY' },
  { amount: '90071992547409.93', currency: 'EUR' },
  { amount: '92233720368547758.08', currency: 'EUR' },
  { amount: `1${'0'.repeat(60)}.00`, currency: 'EUR' },
  { amount: '1.234', currency: 'EUR' },
  { amount: '1e3', currency: 'EUR' },
  { amount: '1.00', currency: 'ZZZ' },
];

const asset: JsonObject = {
  class: 'hardware',
  type: 'laptop',
  stage: 'maintenance',
  status: 'in-use',
  owner: 'group:default/payments',
  assignee: 'user:default/member',
  vendor: 'dell',
  manufacturer: 'Dell',
  location: 'Berlin',
};
/** Specs as clients send them, of every kind and stage. */
export const specs: readonly JsonObject[] = [
  { ...asset, inService: '2026-01-01' },
  {
    ...asset,
    inService: '2026-02-01',
    services: [{ ref: 'component:default/payments-api', share: 40 }],
    financials: {
      purchase: { amount: '1234.56', currency: 'EUR', date: '2026-02-01' },
      depreciation: { method: 'straight-line', months: 36 },
      costCenter: 'CC-9',
    },
  },
  {
    ...asset,
    inService: '2026-02-01',
    endOfLife: '2027-01-31',
    financials: {
      purchase: {
        amount: '92233720368547758.07',
        currency: 'EUR',
        date: '2026-02-01',
      },
      depreciation: { method: 'straight-line', months: 1 },
    },
  },
  { ...asset, stage: 'planning', status: 'requested' },
  { ...asset, inService: '2026-01-01', owner: 'group:default/other' },
  {
    type: 'subscription',
    product: 'Fuzz',
    owner: 'group:default/payments',
    metric: 'named-user',
    quantity: 3,
    term: { start: '2026-01-01', end: '2026-12-31' },
    financials: {
      price: { amount: '3.50', currency: 'USD', per: 'unit', every: 'month' },
    },
  },
  {
    type: 'subscription',
    product: 'Fuzz',
    owner: 'group:default/payments',
    metric: 'core',
    quantity: 1e15,
    term: { start: '0001-01-01', end: '9999-12-31' },
    financials: {
      price: {
        amount: '90071992547409.93',
        currency: 'EUR',
        per: 'unit',
        every: 'month',
      },
    },
  },
  {
    type: 'maintenance',
    number: 'F-1',
    vendor: 'dell',
    owner: 'group:default/commerce',
    term: { start: '2026-01-01', end: '2026-12-31' },
    covers: [...hiddenRefs.slice(0, 1), 'asset:default/fuzz-1'],
  },
  {},
];
const changes: readonly JsonObject[] = [
  { assignee: 'user:default/member', location: 'Berlin' },
  { inService: '2026-03-01', serialNumber: 'S-9', vendor: 'dell' },
  { owner: null },
  { disposal: { date: '2026-10-01', method: 'sold' } },
  { financials: { disposal: { date: '2026-10-01' } } },
  { services: [{ ref: 'component:default/web', share: 101 }] },
];
const statuses = [
  'in-use',
  'in-stock',
  'in-repair',
  'ordered',
  'received',
  'requested',
  'approved',
  'retired',
  'disposed',
  'lost',
  'constructor',
];

/**
 * What fits a name of the contract, beyond its schema: refs that exist, days
 * near the clock of the tests, amounts at the edge of what is stored.
 */
export const pools: ReadonlyMap<string, readonly unknown[]> = new Map<
  string,
  readonly unknown[]
>([
  ['of', nodes],
  ['record', recordRefs],
  ['user', people],
  ['device', ['HW-2', 'S-1', 'FUZZ-STOCK', 'asset:default/db', 'unknown']],
  ['name', ['Fuzz seats 1.0', 'GitHub Enterprise', 'Dropbox', '1.2.3', '!']],
  ['supplier', ['Dell Inc.', 'github', 'Miro', '--']],
  ['tag', ['HW-2', 'FUZZ-STOCK', 'nothing', '%']],
  ['location', ['Berlin', 'berlin ', '%', '_']],
  ['owner', [...groups, ...people]],
  ['assignee', people],
  ['service', services],
  ['license', recordRefs],
  ['refs', recordRefs],
  ['ref', recordRefs],
  ['holders', people],
  ['holder', people],
  ['to', []],
  ['vendor', ['dell', 'github', 'obsidianworks', 'acme', '%', '_']],
  ['q', ['d', 'hw-100%_a', 'obsidian', 'Granite', '%', '"', "'", '*', 'a b']],
  ['currency', ['EUR', 'USD', 'USD', 'CHF', 'JPY', 'XXX', 'ZZZ']],
  ['day', days],
  ['month', months],
  ['fiscalYear', [2026, 2026, 2027, 1900, 9999]],
  ['id', [1, 2, 3, 2147483648, Number.MAX_SAFE_INTEGER]],
  ['ids', [1, 2, 3, 2147483648, Number.MAX_SAFE_INTEGER]],
  ['limit', [1, 2, 50, 500]],
  ['after', [0, 1, 5, Number.MAX_SAFE_INTEGER]],
  ['quantity', [1, 2, 0.5, 2147483648, Number.MAX_SAFE_INTEGER, 1e300]],
  [
    'unitsPerEuro',
    ['1.25', '0.5', '1.31', '160.2', '1e-9', `0.${'0'.repeat(36)}1`, '9e30'],
  ],
  ['amount', amounts],
  ['cost', amounts],
  ['spec', specs],
  ['changes', changes],
  ['status', statuses],
  ['If-Match', ['"0"', '"1"', '"1"', '"2"', '"3"', 'W/"1"', '*', '"x"']],
  ['If-None-Match', ['*']],
  ['Idempotency-Key', ['key-1', 'key-2', 'key-3']],
  ['reason', ['It was asked for.', 'Found again.', ' ']],
  ['kind', []],
]);

/** Text that has broken registers before, as JSON and in URLs. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  'Infinity',
  'null',
  'true',
  'undefined',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  "' or 1=1 --",
  "'; drop table records; --",
  '" union all select 1, 2 --',
  '%',
  '%_%',
  '\\',
  '$1',
  '?',
  ':kind',
  '{{7*7}}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=cmd|calc',
  'a\u0000b',
  '\u0000',
  '\ud800',
  '\u202eevil',
  'ﷺ'.repeat(20),
  '𝟙𝟚',
  'İ',
  'ß:ẞ/ŉ',
  'asset:default/',
  ':/',
  'a:b:c/d/e',
  'asset:ns/x:y',
  '\r\nX-Injected: 1',
  'x'.repeat(201),
  'x'.repeat(5000),
];
