// Every page and tab of the portal that the docs show, and how it is reached.
import { showCalendarDialog } from './calendarDialog.mjs';
import { showCheckedCloudBill } from './checkedCloudBill.mjs';
import { openSections } from './openSections.mjs';
import { press } from './press.mjs';
import { showReclaim } from './reclaim.mjs';

const month = '2026-10';
const year = `from=2025-11&to=${month}`;
const service = '/catalog/default/component/payments-api';
const records = '/it-assets/records';
const ownership = '/it-assets/ownership?of=';
const suppliers = '/it-assets/contracts/suppliers';
const comparison = `/it-assets/finance/compare?of=system:default/payments&from=${month}&to=${month}&baseFrom=2025-10&baseTo=2025-10`;
const importCheck = '/it-assets/import/:import?step=check&outcome=error';

const inView = (role, name) => async page => {
  await page.getByRole(role, { name }).scrollIntoViewIfNeeded();
};

const sold = async page => {
  await press('Sold')(page);
  await page
    .getByLabel('Evidence that data was erased')
    .fill('https://docs.lumen-retail.example/erasure/2026-118');
  await page.getByLabel('Proceeds').fill('400.00');
};

const leaving = async page => {
  await press('Take everything back')(page);
  await page.getByRole('checkbox').first().waitFor();
};

const labels = `${records}/labels?size=a4-3x8&${[
  'screenshot-laptop',
  'screenshot-server',
  'payments-db-eu1',
]
  .map(name => `ref=asset:default/${name}`)
  .join('&')}`;

/**
 * name, persona, path, then how it differs from a wide, light, whole page:
 * `also` names more pictures of it, `before` makes it look so, `then` too, and
 * answers what has to be undone after. `added` pages show records that the
 * example does not have; they come last, as their cost stays in the figures.
 */
export const pages = [
  ['sign-in', undefined, '/'],
  ['home', 'Erin', '/', { height: 1000, also: ['dark', 'narrow'] }],
  [
    'service-cost',
    'Erin',
    `${service}?month=${month}`,
    { height: 1000, also: ['dark', 'narrow'] },
  ],
  [
    'service-tab',
    'Erin',
    `${service}/assets-cost?${year}`,
    { also: ['dark', 'narrow'] },
  ],
  [
    'service-tickets',
    'Erin',
    `${service}/assets-cost?from=2026-01&to=${month}`,
    { height: 1000, before: inView('region', 'Open tickets') },
  ],
  ['service-denied', 'Otto', service, { height: 800 }],
  [
    'system',
    'Erin',
    `/catalog/default/system/payments?month=${month}`,
    { height: 1000 },
  ],
  [
    'group',
    'Max',
    `/catalog/default/group/payments?month=${month}`,
    { height: 1500, also: ['dark', 'narrow'] },
  ],
  ['group-tab', 'Max', `/catalog/default/group/commerce/assets-cost?${year}`],
  ['user', 'Erin', '/catalog/default/user/erin', { height: 1000 }],
  ['user-tab', 'Erin', `/catalog/default/user/erin/assets-cost?${year}`],
  [
    'asset',
    'Erin',
    `${records}/asset/default/payments-db-eu1`,
    { also: ['dark', 'narrow'] },
  ],
  ['asset-catalog', 'Erin', '/catalog/default/asset/payments-db-eu1'],
  [
    'license',
    'Fiona',
    `${records}/license/default/github-enterprise`,
    { also: ['dark', 'narrow'] },
  ],
  [
    'contract',
    'Fiona',
    `${records}/contract/default/github-2026`,
    { also: ['dark', 'narrow'] },
  ],
  [
    'search',
    'Amir',
    '/search?query=payments&types%5B%5D=itam-records',
    { height: 1000 },
  ],
  [
    'ticket-item',
    'Erin',
    '/it-assets/ci/servicenow/CI0012345',
    { height: 700 },
  ],
  ['overview', 'Fiona', '/it-assets/overview', { also: ['dark', 'narrow'] }],
  ['overview-team', 'Erin', '/it-assets/overview'],
  [
    'ownership',
    'Fiona',
    `${ownership}group:default/commerce&month=${month}`,
    { also: ['dark', 'narrow'] },
  ],
  ['orphans', 'Fiona', `${ownership}orphans`, { height: 900 }],
  ['leavers', 'Fiona', `${ownership}leavers`, { height: 900 }],
  ['register', 'Amir', records, { height: 1000, also: ['dark', 'narrow'] }],
  ['form', 'Amir', `${records}/new`, { also: ['dark', 'narrow'] }],
  [
    'form-license',
    'Amir',
    `${records}/new?kind=License`,
    { before: openSections, also: ['narrow'] },
  ],
  [
    'form-contract',
    'Amir',
    `${records}/new?kind=Contract`,
    { before: openSections, also: ['narrow'] },
  ],
  [
    'yaml-form',
    'Amir',
    `${records}/new?as=yaml&from=asset:default/payments-db-eu1`,
  ],
  [
    'finance-explorer',
    'Fiona',
    `/it-assets/finance?of=group:default/commerce&${year}`,
    { also: ['narrow'] },
  ],
  ['finance-compare', 'Erin', comparison, { also: ['dark', 'narrow'] }],
  [
    'finance-forecast',
    'Fiona',
    '/it-assets/finance/forecast?of=group:default/payments',
    { also: ['dark'] },
  ],
  ['finance-budgets', 'Fiona', '/it-assets/finance/budgets'],
  [
    'finance-budget',
    'Fiona',
    '/it-assets/finance/budgets/2026/group%3Adefault%2Fpayments',
    { also: ['dark'] },
  ],
  ['finance-depreciation', 'Fiona', '/it-assets/finance/depreciation'],
  ['finance-rates', 'Fiona', '/it-assets/finance/rates'],
  ['licences', 'Amir', '/it-assets/licences', { also: ['dark', 'narrow'] }],
  [
    'licence-pool',
    'Amir',
    '/it-assets/licences?pool=license:default/github-enterprise',
  ],
  ['contracts', 'Amir', '/it-assets/contracts', { also: ['dark', 'narrow'] }],
  ['suppliers', 'Fiona', suppliers],
  ['supplier', 'Fiona', `${suppliers}/github`, { also: ['dark', 'narrow'] }],
  [
    'calendar-dialog',
    'Amir',
    '/it-assets/contracts?days=60',
    { height: 900, then: showCalendarDialog },
  ],
  [
    'cloud-bills',
    'Amir',
    '/it-assets/import/cloud-bills',
    { then: showCheckedCloudBill },
  ],
  ['import-tools', 'Amir', '/it-assets/import/tools', { height: 700 }],
  ['policies', 'Amir', '/it-assets/audits/policies', { height: 1100 }],
  ['health', 'Amir', '/it-assets/health', { height: 800, also: ['dark'] }],
  [
    'findings',
    'Amir',
    '/it-assets/audits/findings',
    { height: 1000, also: ['dark', 'narrow'] },
  ],
  [
    'service-software',
    'Amir',
    `${service}/assets-cost`,
    {
      added: true,
      height: 1000,
      before: inView('table', 'Software and licences of this service'),
      also: ['dark', 'narrow'],
    },
  ],
  ['shadow-it', 'Amir', `${ownership}shadow-it`, { height: 800, added: true }],
  [
    'record-actions',
    'Amir',
    `${records}/asset/default/screenshot-server`,
    { height: 1000, added: true, also: ['dark'] },
  ],
  [
    'record-edit',
    'Amir',
    `${records}/asset/default/screenshot-server/edit`,
    { added: true, before: openSections, also: ['narrow'] },
  ],
  [
    'record-sold',
    'Amir',
    `${records}/asset/default/screenshot-server-old`,
    { height: 1000, added: true, before: sold },
  ],
  [
    'leaving',
    'Amir',
    '/catalog/default/user/wes',
    { height: 1000, added: true, before: leaving },
  ],
  ['labels', 'Amir', labels, { height: 900, added: true, also: ['dark'] }],
  [
    'reclaim',
    'Amir',
    undefined,
    { height: 1100, added: true, then: showReclaim },
  ],
  ['import-upload', 'Amir', '/it-assets/import', { importing: {} }],
  [
    'import-columns',
    'Amir',
    '/it-assets/import/:import?step=columns',
    { importing: {} },
  ],
  [
    'import-check',
    'Amir',
    importCheck,
    { importing: {}, also: ['dark', 'narrow'] },
  ],
  [
    'import-result',
    'Amir',
    '/it-assets/import/:import',
    { importing: { written: true } },
  ],
  ['audits', 'Amir', '/it-assets/audits', { height: 700, audit: true }],
  [
    'audit-phone',
    'Amir',
    '/it-assets/audits/:audit',
    { narrow: true, audit: true, also: ['dark'] },
  ],
];
