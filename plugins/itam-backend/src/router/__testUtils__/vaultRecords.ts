import { record } from './shop';

/** Records that few may see, with values that no other record has. */
export const vaultRecords = [
  record('Asset', 'aaa-vault', {
    class: 'hardware',
    type: 'hsm',
    stage: 'maintenance',
    owner: 'group:default/other',
    vendor: 'hiddenvendor',
    tag: 'HIDDEN-1',
    serialNumber: 'HIDDEN-SN',
    manufacturer: 'Hiddenmaker',
    location: 'Bunker',
    warranty: { until: '2026-10-20' },
    financials: {
      purchase: { amount: '918273.00', currency: 'EUR', date: '2026-01-01' },
    },
  }),
  record('License', 'zzz-vault', {
    type: 'subscription',
    product: 'Hiddenproduct',
    vendor: 'hiddenvendor',
    owner: 'group:default/other',
    metric: 'named-user',
    quantity: 7,
    term: { start: '2026-01-01', end: '2026-11-30' },
    financials: {
      price: {
        amount: '918273.00',
        currency: 'EUR',
        per: 'total',
        every: 'year',
      },
    },
  }),
];
