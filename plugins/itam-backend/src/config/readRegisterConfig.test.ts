import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readRegisterConfig } from './readRegisterConfig';

const read = (itam?: JsonObject) =>
  readRegisterConfig(new ConfigReader(itam ? { itam } : {}));

describe('readRegisterConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      acceptedRisks: [],
      reportingCurrency: 'EUR',
      fiscalYearStartMonth: 1,
      depreciation: {
        defaultDepreciation: {},
        capitalisationThresholds: [],
        fiscalYearStartMonth: 1,
      },
      portalUrl: undefined,
      pagePath: '/it-assets',
      actions: { enabled: false },
      calendar: { confirmWithinMs: 30 * 24 * 3_600_000 },
      retention: {
        alertsMs: 365 * 24 * 3_600_000,
        incidentsMs: 90 * 24 * 3_600_000,
        usageMeasuresMs: undefined,
      },
      alerts: {
        enabled: false,
        scheduleMs: 3_600_000,
        rules: {
          noticeDeadline: {
            enabled: true,
            stages: [30, 7],
            recipients: ['owner'],
          },
          warrantyEnd: { enabled: true, stages: [30], recipients: ['owner'] },
          licenceShortfall: {
            enabled: true,
            stages: [0],
            recipients: ['owner'],
          },
          loanOverdue: {
            enabled: true,
            stages: [-1, -7],
            recipients: ['holder', 'owner'],
          },
          servicingDue: { enabled: true, stages: [14], recipients: ['owner'] },
          budgetPassed: {
            enabled: true,
            stages: [-100],
            recipients: ['owner'],
          },
        },
      },
      rates: { file: undefined, scheduleMs: 600_000 },
      delivery: { activationMs: 3_000, expireAfterMs: 3_600_000 },
      projection: { scheduleMs: 120_000, staleAfterMs: 600_000 },
      reconciliation: {
        scheduleMs: 60_000,
        graceMs: 300_000,
        guardShare: 0.5,
      },
      publication: { scope: 'linked' },
      imports: {
        maxBytes: 536_870_912,
        maxWorkbookBytes: 16_777_216,
        maxUnpackedBytes: 134_217_728,
        atomicRows: 2_000,
        keepMs: 2_592_000_000,
      },
      licences: { reclaimAfterDays: 90 },
      policies: {
        settings: expect.any(Map),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
      discovery: { productAliases: new Map(), supplierAliases: new Map() },
    });
  });

  it('reads rules and other names', () => {
    const { policies, discovery } = read({
      policies: {
        'last-seen': { days: 30 },
        'model-missing': { enabled: false },
      },
      discovery: {
        productAliases: [
          { of: 'Microsoft 365', names: ['Office 365', 'M365'] },
        ],
        supplierAliases: [{ of: 'github', names: ['GitHub, Inc.', 'GH'] }],
      },
    });
    expect(policies.settings.get('last-seen')?.number('days')).toBe(30);
    expect(policies.settings.get('model-missing')?.enabled).toBe(false);
    expect(policies.fingerprint).not.toBe(read().policies.fingerprint);
    expect([...discovery.productAliases]).toEqual([
      ['office 365', 'microsoft 365'],
      ['m365', 'microsoft 365'],
    ]);
    expect([...discovery.supplierAliases]).toEqual([
      ['github', 'github'],
      ['gh', 'github'],
    ]);
  });

  it('reads what is written', () => {
    expect(
      read({
        reportingCurrency: 'USD',
        fiscalYearStartMonth: 7,
        capitalisationThreshold: [{ amount: '800.00', currency: 'EUR' }],
        depreciation: {
          hardware: { method: 'straight-line', months: 48, salvage: '10%' },
        },
        projection: { schedule: { seconds: 15 } },
        reconciliation: { grace: 'PT2M', guardShare: 0 },
        licences: { reclaimAfterDays: 30 },
      }),
    ).toMatchObject({
      reportingCurrency: 'USD',
      depreciation: {
        defaultDepreciation: {
          hardware: { method: 'straight-line', months: 48, salvage: '10%' },
        },
        capitalisationThresholds: [{ minor: 80000n, currency: 'EUR' }],
        fiscalYearStartMonth: 7,
      },
      projection: { scheduleMs: 15_000, staleAfterMs: 75_000 },
      reconciliation: { graceMs: 120_000, guardShare: 0 },
      licences: { reclaimAfterDays: 30 },
    });
  });

  it('reads when alerts are sent, and to whom', () => {
    expect(
      read({
        pagePath: '/assets',
        alerts: {
          enabled: true,
          schedule: { minutes: 5 },
          noticeDeadline: {
            daysBefore: [90, 0],
            recipients: ['owner', 'Group:procurement', 'user:it/ann'],
          },
          loanOverdue: { daysAfter: [3] },
          budgetPassed: { percent: [80, 100] },
          warrantyEnd: { enabled: false },
        },
      }),
    ).toMatchObject({
      pagePath: '/assets',
      alerts: {
        enabled: true,
        scheduleMs: 300_000,
        rules: {
          noticeDeadline: {
            stages: [90, 0],
            recipients: ['owner', 'group:default/procurement', 'user:it/ann'],
          },
          loanOverdue: { stages: [-3] },
          budgetPassed: { stages: [-80, -100] },
          warrantyEnd: { enabled: false },
        },
      },
    });
  });

  it.each([
    [
      { retention: { usageMeasures: { days: 30 } } },
      /itam\.retention\.usageMeasures: .*400 days/,
    ],
    [{ pagePath: 'https://x.example' }, /itam\.pagePath: .*\/it-assets/],
    [
      { alerts: { contractEnd: {} } },
      /itam\.alerts\.contractEnd: .*warrantyEnd/,
    ],
    [
      { alerts: { noticeDeadline: { daysBefore: [] } } },
      /itam\.alerts\.noticeDeadline\.daysBefore: .*0 to 730/,
    ],
    [
      { alerts: { noticeDeadline: { daysBefore: [1.5] } } },
      /itam\.alerts\.noticeDeadline\.daysBefore/,
    ],
    [
      { alerts: { loanOverdue: { daysAfter: [0] } } },
      /itam\.alerts\.loanOverdue\.daysAfter: .*1 to 730/,
    ],
    [
      { alerts: { budgetPassed: { percent: 80 } } },
      /itam\.alerts\.budgetPassed\.percent/,
    ],
    [
      { alerts: { warrantyEnd: { recipients: ['everyone'] } } },
      /itam\.alerts\.warrantyEnd\.recipients\[0\]: .*owner, holder/,
    ],
    [
      { alerts: { warrantyEnd: { recipients: ['component:default/a'] } } },
      /itam\.alerts\.warrantyEnd\.recipients\[0\]/,
    ],
    [{ reportingCurrency: 'EURO' }, /itam\.reportingCurrency: .*ISO 4217/],
    [{ fiscalYearStartMonth: 13 }, /itam\.fiscalYearStartMonth: .*1 to 12/],
    [{ fiscalYearStartMonth: 1.5 }, /itam\.fiscalYearStartMonth/],
    [
      { capitalisationThreshold: [{ amount: '8.001', currency: 'EUR' }] },
      /itam\.capitalisationThreshold\[0\]\.amount/,
    ],
    [
      {
        capitalisationThreshold: [
          { amount: '8', currency: 'EUR' },
          { amount: '9', currency: 'EUR' },
        ],
      },
      /itam\.capitalisationThreshold\[1\]\.currency/,
    ],
    [
      { depreciation: { laptop: { method: 'none' } } },
      /itam\.depreciation\.laptop: .*hardware/,
    ],
    [
      { depreciation: { hardware: { method: 'linear' } } },
      /itam\.depreciation\.hardware\.method: .*straight-line/,
    ],
    [
      { depreciation: { hardware: { method: 'straight-line' } } },
      /itam\.depreciation\.hardware\.months/,
    ],
    [
      {
        depreciation: {
          hardware: { method: 'immediate', salvage: '500.00' },
        },
      },
      /itam\.depreciation\.hardware\.salvage/,
    ],
    [
      {
        depreciation: {
          hardware: { method: 'immediate', convention: 'weekly' },
        },
      },
      /itam\.depreciation\.hardware\.convention/,
    ],
    [
      { depreciation: { hardware: { method: 'immediate', factor: 0 } } },
      /itam\.depreciation\.hardware\.factor/,
    ],
    [
      { delivery: { activation: { milliseconds: 10 } } },
      /itam\.delivery\.activation/,
    ],
    [{ reconciliation: { guardShare: 2 } }, /itam\.reconciliation\.guardShare/],
    [
      { catalog: { publication: { scope: 'some' } } },
      /itam\.catalog\.publication\.scope/,
    ],
    [
      { imports: { maxBytes: 10 } },
      /itam\.imports\.maxBytes: .*1024 to 68719476736/,
    ],
    [{ imports: { atomicRows: 0.5 } }, /itam\.imports\.atomicRows: .*whole/],
    [
      { licences: { reclaimAfterDays: 0 } },
      /itam\.licences\.reclaimAfterDays: .*1 to 3650/,
    ],
    [
      { policies: { 'last-sen': {}, 'last-seen': { days: 0 } } },
      /itam\.policies: [^]*last-sen: no such rule[^]*last-seen\.days: found the number 0/,
    ],
    [
      {
        discovery: {
          productAliases: [
            { of: 'A', names: ['x'] },
            { of: 'B', names: ['X'] },
          ],
        },
      },
      /itam\.discovery\.productAliases: .*each for one only; found 'X'/,
    ],
  ])('refuses %j', (itam, message) => {
    expect(() => read(itam)).toThrow(message);
  });
});
