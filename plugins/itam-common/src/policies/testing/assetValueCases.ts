import { asset, type PolicyCase, SOLD } from './policyCases';

/** Cases of rules about the value, warranty and data of assets. */
export const ASSET_VALUE_CASES: readonly PolicyCase[] = [
  {
    rule: 'asset-price-missing',
    breaking: {
      record: asset({ financials: undefined }),
      facts: { coveredByContract: false },
    },
    keeping: [
      { record: asset() },
      { record: asset({ financials: undefined }) },
      {
        record: asset({ financials: undefined }),
        facts: { coveredByContract: true },
      },
      {
        record: asset({ financials: undefined }),
        facts: { coveredByContract: false, isBilled: true },
      },
      {
        record: asset({ financials: undefined, partOf: 'asset:default/rack' }),
        facts: { coveredByContract: false },
      },
      {
        record: asset({
          financials: undefined,
          stage: 'planning',
          status: 'requested',
        }),
        facts: { coveredByContract: false },
      },
    ],
    says: /neither a purchase nor charges/,
  },
  {
    rule: 'depreciation-without-life',
    breaking: {
      record: asset({
        financials: {
          costCenter: 'CC-1',
          purchase: { amount: '1', currency: 'EUR', date: '2025-01-01' },
          depreciation: { method: 'straight-line' },
        },
      }),
    },
    keeping: [
      {
        record: asset({
          financials: {
            costCenter: 'CC-1',
            purchase: { amount: '1', currency: 'EUR', date: '2025-01-01' },
            depreciation: { method: 'straight-line', months: 36 },
          },
        }),
      },
      {
        record: asset({
          financials: {
            costCenter: 'CC-1',
            purchase: { amount: '1', currency: 'EUR', date: '2025-01-01' },
            depreciation: { method: 'immediate' },
          },
        }),
      },
      { record: asset() },
    ],
    says: /does not say over how many months/,
  },
  {
    rule: 'cost-center-missing',
    breaking: {
      record: asset({
        financials: {
          purchase: { amount: '1', currency: 'EUR', date: '2025-01-01' },
          costCenter: [{ from: '2026-07-01', costCenter: 'CC-1' }],
        },
      }),
    },
    keeping: [{ record: asset() }],
    says: /No cost centre is in force on 2026-06-15/,
  },
  {
    rule: 'cost-unallocated',
    breaking: {
      record: asset({
        services: [
          { ref: 'component:default/a', share: 33.33 },
          { ref: 'component:default/b', share: 66.66 },
        ],
      }),
    },
    keeping: [
      {
        record: asset({
          services: [
            { ref: 'component:default/a', share: 33.33 },
            { ref: 'component:default/b', share: 66.67 },
          ],
        }),
      },
      {
        record: asset({
          services: [
            { ref: 'component:default/a', share: 10 },
            { ref: 'component:default/b' },
          ],
        }),
      },
      { record: asset() },
    ],
    says: /come to 99\.99 percent/,
  },
  {
    rule: 'proceeds-missing',
    breaking: { record: asset(SOLD) },
    keeping: [
      {
        record: asset({
          ...SOLD,
          financials: {
            proceeds: { amount: '0', currency: 'EUR' },
            costCenter: 'CC-1',
          },
        }),
      },
      { record: asset() },
    ],
    says: /proceeds are not recorded/,
  },
  {
    rule: 'warranty-ended',
    breaking: {
      record: asset({ warranty: { until: '2026-06-14' } }),
      facts: { coveredByContract: false },
    },
    keeping: [
      {
        record: asset({ warranty: { until: '2026-06-15' } }),
        facts: { coveredByContract: false },
      },
      {
        record: asset({ warranty: { until: '2026-06-14' } }),
        facts: { coveredByContract: true },
      },
      { record: asset({ warranty: { until: '2026-06-14' } }) },
    ],
    says: /ended on 2026-06-14, and no contract covers/,
  },
  {
    rule: 'warranty-ends-soon',
    breaking: {
      record: asset({ warranty: { until: '2026-08-14' } }),
      facts: { coveredByContract: false },
    },
    keeping: [
      { record: asset({ warranty: { until: '2026-08-14' } }) },
      {
        record: asset({ warranty: { until: '2026-08-15' } }),
        facts: { coveredByContract: false },
      },
      {
        record: asset({ warranty: { until: '2026-07-01' } }),
        facts: { coveredByContract: true },
      },
    ],
    says: /ends on 2026-08-14/,
  },
  {
    rule: 'end-of-life-passed',
    breaking: { record: asset({ endOfLife: '2026-06-14' }) },
    keeping: [
      { record: asset({ endOfLife: '2026-06-15' }) },
      { record: asset({ ...SOLD, endOfLife: '2026-01-01' }) },
    ],
    says: /end of life was on 2026-06-14/,
  },
  {
    rule: 'support-ended',
    breaking: { record: asset({ version: '7.4', supportUntil: '2026-06-14' }) },
    keeping: [{ record: asset({ supportUntil: '2026-06-15' }) }],
    says: /Support of version 7\.4 ended on 2026-06-14/,
  },
  {
    rule: 'erasure-evidence-missing',
    breaking: { record: asset(SOLD) },
    keeping: [
      {
        record: asset({
          ...SOLD,
          disposal: {
            ...SOLD.disposal,
            erasureEvidence: 'https://evidence.example.com/1',
          },
        }),
      },
      { record: asset({ ...SOLD, type: 'monitor' }) },
      { record: asset() },
    ],
    says: /nothing shows that it was erased/,
  },
  {
    rule: 'data-device-missing',
    breaking: { record: asset({ status: 'missing' }) },
    keeping: [{ record: asset({ status: 'missing', type: 'monitor' }) }],
    says: /Report it to security/,
  },
  {
    rule: 'rights-ended',
    breaking: {
      record: asset({ class: 'digital', rights: { until: '2026-06-14' } }),
    },
    keeping: [
      { record: asset({ class: 'digital', rights: { until: '2026-06-15' } }) },
    ],
    says: /rights of use ended on 2026-06-14/,
  },
  {
    rule: 'duplicate-tag',
    breaking: { record: asset(), facts: { hasDuplicateTag: true } },
    keeping: [{ record: asset(), facts: { hasDuplicateTag: false } }],
    says: /Another record has the tag "HW-1"/,
  },
  {
    rule: 'duplicate-serial',
    breaking: { record: asset(), facts: { hasDuplicateSerial: true } },
    keeping: [{ record: asset(), facts: { hasDuplicateSerial: false } }],
    says: /serial number "0012" of the same manufacturer/,
  },
  {
    rule: 'hardware-unidentified',
    breaking: { record: asset({ tag: undefined, serialNumber: undefined }) },
    keeping: [
      { record: asset({ tag: undefined }) },
      {
        record: asset({
          tag: undefined,
          serialNumber: undefined,
          quantity: 40,
        }),
      },
      {
        record: asset({
          class: 'software',
          tag: undefined,
          serialNumber: undefined,
        }),
      },
    ],
    says: /neither a tag nor a serial number/,
  },
  {
    rule: 'model-missing',
    breaking: { record: asset({ model: undefined }) },
    keeping: [
      { record: asset() },
      { record: asset({ class: 'software', model: undefined }) },
    ],
    says: /The model is not known/,
  },
  {
    rule: 'in-service-missing',
    breaking: { record: asset({ inService: undefined }) },
    keeping: [{ record: asset() }],
    says: /Enter its first day in service/,
  },
  {
    rule: 'software-unmatched',
    breaking: {
      record: asset(),
      facts: { discoveredSoftware: [{ name: 'Dropbox', isMatched: false }] },
    },
    keeping: [
      {
        record: asset(),
        facts: { discoveredSoftware: [{ name: 'Dropbox', isMatched: true }] },
      },
      { record: asset(), facts: { discoveredSoftware: [] } },
    ],
    says: /"Dropbox" was found on the asset/,
  },
  {
    rule: 'software-without-seat',
    breaking: {
      record: asset(),
      facts: {
        discoveredSoftware: [
          { name: 'Visio', isMatched: true, hasSeat: false },
        ],
      },
    },
    keeping: [
      {
        record: asset(),
        facts: {
          discoveredSoftware: [
            { name: 'Visio', isMatched: true, hasSeat: true },
            { name: 'Editor', isMatched: true },
          ],
        },
      },
    ],
    says: /"Visio" was found on the asset, and neither the asset nor/,
  },
];
