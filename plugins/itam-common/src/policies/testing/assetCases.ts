import { asset, type PolicyCase, SOLD } from './policyCases';

/** Cases of rules about the owner and the life of assets. */
export const ASSET_CASES: readonly PolicyCase[] = [
  {
    rule: 'owner-missing',
    breaking: { record: asset(), facts: { owner: 'absent' } },
    keeping: [
      { record: asset(), facts: { owner: 'present' } },
      { record: asset() },
      { record: asset(SOLD), facts: { owner: 'absent' } },
    ],
    says: /group:default\/payments is not in the catalog\. Name a Group or User/,
  },
  {
    rule: 'owner-missing',
    breaking: {
      record: asset({
        owner: [{ from: '2026-07-01', ref: 'group:default/payments' }],
      }),
    },
    keeping: [
      {
        record: asset({
          owner: [{ from: '2026-06-15', ref: 'group:default/payments' }],
        }),
      },
    ],
    says: /No owner is in force on 2026-06-15/,
  },
  {
    rule: 'owner-left',
    breaking: { record: asset(), facts: { owner: 'left' } },
    keeping: [
      { record: asset(), facts: { owner: 'present' } },
      { record: asset(SOLD), facts: { owner: 'left' } },
    ],
    says: /no longer in the catalog\. Hand the record over/,
  },
  {
    rule: 'holder-left',
    breaking: { record: asset(), facts: { assignee: 'left' } },
    keeping: [
      { record: asset(), facts: { assignee: 'present' } },
      { record: asset() },
    ],
    says: /user:default\/guest holds the asset.*Take it back/,
  },
  {
    rule: 'holder-left',
    breaking: { record: asset(), facts: { assignee: 'absent' } },
    keeping: [{ record: asset(SOLD), facts: { assignee: 'absent' } }],
    says: /is not in the catalog\. Correct the assignee/,
  },
  {
    rule: 'in-use-by-nobody',
    breaking: { record: asset({ assignee: undefined }) },
    keeping: [
      { record: asset() },
      {
        record: asset({
          assignee: undefined,
          services: [{ ref: 'component:default/api' }],
        }),
      },
      { record: asset({ assignee: undefined, partOf: 'asset:default/rack' }) },
      {
        record: asset({
          assignee: undefined,
          stage: 'deployment',
          status: 'in-stock',
        }),
      },
    ],
    says: /Name its assignee or services, or return it to stock/,
  },
  {
    rule: 'service-missing',
    breaking: {
      record: asset(),
      facts: { missingServices: ['component:default/gone'] },
    },
    keeping: [{ record: asset(), facts: { missingServices: [] } }],
    says: /component:default\/gone uses the record/,
  },
  {
    rule: 'stage-evidence-missing',
    breaking: { record: asset({ stage: 'deployment', status: 'in-stock' }) },
    keeping: [
      {
        record: asset({
          stage: 'deployment',
          status: 'in-stock',
          location: 'Berlin',
        }),
      },
      { record: asset({ assignee: undefined }) },
    ],
    says: /lacks where the asset is\. Fill in spec\.location/,
  },
  {
    rule: 'stage-evidence-missing',
    breaking: {
      record: asset({
        stage: 'procurement',
        status: 'ordered',
        vendor: 'dell',
        expected: '2026-07-01',
      }),
      facts: { coveredByContract: false },
    },
    keeping: [
      {
        record: asset({
          stage: 'procurement',
          status: 'ordered',
          vendor: 'dell',
          expected: '2026-07-01',
        }),
      },
      {
        record: asset({
          stage: 'procurement',
          status: 'ordered',
          vendor: 'dell',
          expected: '2026-07-01',
        }),
        facts: { coveredByContract: true },
      },
    ],
    says: /an order number, or a contract/,
  },
  {
    rule: 'delivery-overdue',
    breaking: {
      record: asset({
        stage: 'procurement',
        status: 'ordered',
        expected: '2026-06-07',
      }),
    },
    keeping: [
      {
        record: asset({
          stage: 'procurement',
          status: 'ordered',
          expected: '2026-06-08',
        }),
      },
      {
        record: asset({
          stage: 'procurement',
          status: 'received',
          expected: '2026-01-01',
        }),
      },
    ],
    says: /expected on 2026-06-07/,
  },
  {
    rule: 'loan-overdue',
    breaking: {
      record: asset({ status: 'on-loan' }),
      facts: { openLoans: [{ to: 'user:default/a', dueBack: '2026-06-14' }] },
    },
    keeping: [
      {
        record: asset({ status: 'on-loan' }),
        facts: { openLoans: [{ to: 'user:default/a', dueBack: '2026-06-15' }] },
      },
    ],
    says: /user:default\/a was to return the asset by 2026-06-14/,
  },
  {
    rule: 'servicing-overdue',
    breaking: {
      record: asset(),
      facts: { openServicings: [{ title: 'Battery', dueOn: '2026-06-14' }] },
    },
    keeping: [
      {
        record: asset(),
        facts: { openServicings: [{ title: 'Battery', dueOn: '2026-06-15' }] },
      },
      {
        record: asset(SOLD),
        facts: { openServicings: [{ title: 'Battery', dueOn: '2026-01-01' }] },
      },
    ],
    says: /"Battery" was due on 2026-06-14/,
  },
  {
    rule: 'last-seen',
    breaking: { record: asset({ lastSeen: '2026-03-16' }) },
    keeping: [
      { record: asset({ lastSeen: '2026-03-17' }) },
      {
        record: asset({ lastSeen: '2026-01-01' }),
        facts: { lastSeenOn: '2026-06-01' },
      },
      { record: asset() },
      { record: asset({ lastSeen: '2026-01-01', status: 'missing' }) },
    ],
    says: /last seen on 2026-03-16, more than 90 days ago/,
  },
  {
    rule: 'not-in-last-audit',
    breaking: {
      record: asset(),
      facts: { lastAudit: { closedOn: '2026-05-31', wasSeen: false } },
    },
    keeping: [
      {
        record: asset(),
        facts: { lastAudit: { closedOn: '2026-05-31', wasSeen: true } },
      },
      {
        record: asset(),
        facts: {
          lastAudit: { closedOn: '2026-05-31', wasSeen: false },
          lastSeenOn: '2026-06-01',
        },
      },
      { record: asset() },
    ],
    says: /audit closed on 2026-05-31 did not find/,
  },
  {
    rule: 'retired-too-long',
    breaking: {
      record: asset({
        stage: 'decommission',
        status: 'retired',
        disposal: { date: '2025-12-01', reason: 'Old' },
      }),
    },
    keeping: [
      {
        record: asset({
          stage: 'decommission',
          status: 'retired',
          disposal: { date: '2026-05-01', reason: 'Old' },
        }),
      },
      { record: asset(SOLD) },
    ],
    says: /retired on 2025-12-01 and is still there/,
  },
];
