import { contract, license, type PolicyCase } from './policyCases';

const position = { applicable: true, balance: 0, unused: 0, entitled: 100 };
const charges = [
  { amount: '1', currency: 'EUR', every: 'year', from: '2026-01-01' },
] as const;

/** A case for each rule about licences and contracts. */
export const AGREEMENT_CASES: readonly PolicyCase[] = [
  {
    rule: 'license-price-missing',
    breaking: { record: license({ financials: undefined }) },
    keeping: [
      { record: license() },
      {
        record: license({
          financials: undefined,
          type: 'open-source',
          licenseExpression: 'MIT',
        }),
      },
      {
        record: license({
          financials: undefined,
          contract: 'contract:default/c',
        }),
        facts: { contractHasCharges: true },
      },
      {
        record: license({
          financials: undefined,
          contract: 'contract:default/c',
        }),
      },
    ],
    says: /Neither the licence nor its contract has a price/,
  },
  {
    rule: 'license-short',
    breaking: {
      record: license(),
      facts: { position: { ...position, balance: -3 } },
    },
    keeping: [
      { record: license(), facts: { position } },
      {
        record: license(),
        facts: { position: { ...position, balance: null } },
      },
      {
        record: license(),
        facts: { position: { ...position, balance: -3, applicable: false } },
      },
      { record: license() },
    ],
    says: /More of "GitHub" is used than entitled\. Buy/,
  },
  {
    rule: 'license-unused',
    breaking: {
      record: license(),
      facts: { position: { ...position, unused: 11 } },
    },
    keeping: [
      { record: license(), facts: { position: { ...position, unused: 10 } } },
      { record: license(), facts: { position: { ...position, unused: null } } },
    ],
    says: /More than 10 percent of "GitHub" are not used/,
  },
  {
    rule: 'license-expired',
    breaking: {
      record: license({
        term: { start: '2025-01-01', end: '2026-06-14' },
        assignments: [{ to: 'user:default/a' }],
      }),
    },
    keeping: [
      { record: license({ assignments: [{ to: 'user:default/a' }] }) },
      {
        record: license({
          term: { start: '2025-01-01', end: '2026-06-14' },
          assignments: [{ to: 'user:default/a', until: '2026-06-14' }],
        }),
      },
    ],
    says: /ended on 2026-06-14, and 1 seat is still assigned/,
  },
  {
    rule: 'license-ends-soon',
    breaking: {
      record: license({ term: { start: '2025-01-01', end: '2026-08-14' } }),
    },
    keeping: [
      { record: license({ term: { start: '2025-01-01', end: '2026-08-15' } }) },
      {
        record: license({
          term: { start: '2025-01-01', end: '2026-08-14' },
          contract: 'contract:default/c',
        }),
      },
    ],
    says: /ends on 2026-08-14/,
  },
  {
    rule: 'license-quantity-missing',
    breaking: { record: license({ quantity: undefined }) },
    keeping: [
      { record: license({ quantity: 0 }) },
      {
        record: license({
          quantity: undefined,
          type: 'open-source',
          licenseExpression: 'MIT',
        }),
      },
    ],
    says: /Enter the quantity/,
  },
  {
    rule: 'open-source-expression',
    breaking: {
      record: license({
        type: 'open-source',
        licenseExpression: 'MIT AND AGPL-3.0-only',
      }),
    },
    keeping: [
      {
        record: license({
          type: 'open-source',
          licenseExpression: 'MIT OR AGPL-3.0-only',
        }),
      },
      { record: license() },
    ],
    says: /"MIT AND AGPL-3\.0-only" cannot be used/,
  },
  {
    rule: 'open-source-expression',
    breaking: { record: license({ type: 'open-source' }) },
    keeping: [
      { record: license({ type: 'open-source', licenseExpression: 'MIT' }) },
    ],
    says: /Enter its SPDX expression/,
  },
  {
    rule: 'contract-price-missing',
    breaking: { record: contract({ financials: undefined }) },
    keeping: [
      { record: contract() },
      { record: contract({ financials: undefined, type: 'master-agreement' }) },
      {
        record: contract({ financials: undefined }),
        facts: { isBilled: true },
      },
    ],
    says: /The contract has no charges/,
  },
  {
    rule: 'master-agreement-priced',
    breaking: {
      record: contract({ type: 'master-agreement' }),
      facts: { pricedParts: ['contract:default/x', 'contract:default/y'] },
    },
    keeping: [
      {
        record: contract({ type: 'master-agreement' }),
        facts: { pricedParts: [] },
      },
      {
        record: contract({
          type: 'master-agreement',
          financials: {
            charges: [{ ...charges[0], amount: '-1', credit: true }],
          },
        }),
        facts: { pricedParts: ['contract:default/x'] },
      },
      { record: contract(), facts: { pricedParts: ['contract:default/x'] } },
    ],
    says: /so have 2 contracts under it/,
  },
  {
    rule: 'contract-notice-due',
    breaking: {
      record: contract({
        term: { start: '2025-08-01', end: '2026-07-31' },
      }),
    },
    keeping: [
      { record: contract() },
      {
        record: contract({
          term: { start: '2025-08-01', end: '2026-07-31' },
          renewal: {
            kind: 'automatic',
            months: 12,
            noticeDays: 30,
            noticeGiven: '2026-06-01',
          },
        }),
      },
      {
        record: contract({
          term: { start: '2025-08-01', end: '2026-07-31' },
          renewal: {
            kind: 'automatic',
            months: 12,
            noticeDays: 30,
            confirmed: '2026-06-01',
          },
        }),
      },
    ],
    says: /Notice is in time until 2026-07-01/,
  },
  {
    rule: 'contract-expired',
    breaking: {
      record: contract({
        term: { start: '2025-01-01', end: '2026-05-31' },
        renewal: { kind: 'manual', months: 12 },
      }),
    },
    keeping: [
      { record: contract() },
      {
        record: contract({
          term: { start: '2025-01-01', end: '2026-05-31' },
          renewal: { kind: 'none' },
        }),
      },
    ],
    says: /ran out before 2026-06-01 and nobody renewed it/,
  },
  {
    rule: 'contract-ends-soon',
    breaking: {
      record: contract({
        term: { start: '2025-01-01', end: '2026-07-31' },
        renewal: { kind: 'manual', months: 12 },
      }),
    },
    keeping: [{ record: contract() }],
    says: /ends before 2026-08-01/,
  },
  {
    rule: 'support-without-records',
    breaking: { record: contract({ covers: [] }) },
    keeping: [
      { record: contract() },
      { record: contract({ covers: [], type: 'subscription' }) },
    ],
    says: /names no record that it covers/,
  },
  {
    rule: 'support-without-records',
    breaking: { record: contract(), facts: { coveredRecords: 0 } },
    keeping: [{ record: contract(), facts: { coveredRecords: 1 } }],
    says: /Nothing that the contract covers/,
  },
  {
    rule: 'automatic-renewal-without-notice',
    breaking: {
      record: contract({ renewal: { kind: 'automatic', months: 12 } }),
    },
    keeping: [
      { record: contract() },
      {
        record: contract({
          renewal: { kind: 'automatic', months: 12, noticeMonths: 3 },
        }),
      },
      { record: contract({ renewal: { kind: 'manual', months: 12 } }) },
    ],
    says: /Enter noticeDays or noticeMonths/,
  },
  {
    rule: 'contract-number-missing',
    breaking: { record: contract({ number: undefined }) },
    keeping: [{ record: contract() }],
    says: /has no number/,
  },
  {
    rule: 'owner-left',
    breaking: { record: contract(), facts: { owner: 'left' } },
    keeping: [{ record: contract(), facts: { owner: 'present' } }],
    says: /Hand the record over/,
  },
];
