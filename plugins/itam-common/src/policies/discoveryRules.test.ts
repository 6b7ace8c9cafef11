import {
  DISCOVERY_RULES,
  evaluateDiscovery,
  type DiscoveredItem,
} from './discoveryRules';
import {
  ALL_POLICY_RULES,
  POLICY_PRACTICES,
  practiceOf,
} from './policyPractices';
import { readPolicySettings } from './policySettings';

const software = (more: object = {}): DiscoveredItem => ({
  kind: 'software',
  name: 'Dropbox',
  state: 'unmatched',
  devices: 2,
  users: 1,
  services: 0,
  ...more,
});
const spend = (more: object = {}): DiscoveredItem => ({
  kind: 'spend',
  name: 'Miro',
  state: 'unmatched',
  lines: 3,
  hasAgreement: false,
  compared: [],
  ...more,
});
const compared = (spentMinor: bigint, chargedMinor: bigint) => [
  { currency: 'EUR', spentMinor, chargedMinor },
  { currency: 'USD', spentMinor: 1n, chargedMinor: 1n },
];
const known = { state: 'matched', hasAgreement: true };
const found = (item: DiscoveredItem, input?: unknown) =>
  evaluateDiscovery('discovery:1', item, readPolicySettings(input)).map(
    ({ rule, message }) => [rule, message],
  );

describe('discovery rules', () => {
  it.each([
    [
      software(),
      'discovered-product-unmatched',
      /"Dropbox" was found on 2 devices and with 1 user, and no licence/,
    ],
    [
      software({ state: 'ambiguous', users: 0 }),
      'discovered-product-unmatched',
      /on 2 devices, and several products/,
    ],
    [
      software({ users: 0, services: 2 }),
      'discovered-product-unmatched',
      /on 2 devices and in the bills of materials of 2 services, and no licence/,
    ],
    [
      software({ devices: 0, users: 0, services: 1 }),
      'discovered-product-unmatched',
      /found in the bill of materials of 1 service, and no licence/,
    ],
    [spend(), 'spend-unmatched', /3 entries of spend with "Miro" have no/],
    [spend({ state: 'ambiguous' }), 'spend-unmatched', /several suppliers/],
    [
      spend({ state: 'matched', lines: 1 }),
      'spend-without-agreement',
      /1 entry of spend with "Miro", and no contract/,
    ],
    [
      spend({ ...known, compared: compared(10_501n, 10_000n) }),
      'spend-beyond-charges',
      /More is spent with "Miro" in EUR than the records/,
    ],
    [
      spend({ ...known, compared: compared(1n, 0n) }),
      'spend-beyond-charges',
      /in EUR/,
    ],
  ])('say what is wrong: %p', (item, rule, says) => {
    expect(found(item)).toEqual([[rule, expect.stringMatching(says)]]);
  });

  it.each([
    software({ state: 'matched' }),
    software({ state: 'dismissed' }),
    spend({ state: 'dismissed' }),
    spend({ state: 'matched', hasAgreement: true }),
    spend({ ...known, compared: compared(10_500n, 10_000n) }),
    spend({ ...known, compared: compared(-5n, 0n) }),
  ])('are kept by what is settled: %p', item => {
    expect(found(item)).toEqual([]);
  });

  it('are switched off and told what to ignore', () => {
    expect(
      found(software(), {
        'discovered-product-unmatched': { ignore: ['DROPBOX'] },
      }),
    ).toEqual([]);
    expect(found(spend(), { 'spend-unmatched': { enabled: false } })).toEqual(
      [],
    );
    expect(
      found(spend({ ...known, compared: compared(150n, 100n) }), {
        'spend-beyond-charges': { tolerancePercent: 50 },
      }),
    ).toEqual([]);
  });
});

describe('practices', () => {
  it('each have rules, and each rule has one', () => {
    const practices = ALL_POLICY_RULES.map(({ id }) => practiceOf(id));
    expect(new Set(practices)).toEqual(new Set(POLICY_PRACTICES));
    expect(() => practiceOf('nothing')).toThrow(RangeError);
    expect(new Set(ALL_POLICY_RULES.map(({ id }) => id)).size).toBe(
      ALL_POLICY_RULES.length,
    );
    expect(DISCOVERY_RULES.length).toBeGreaterThan(0);
  });
});
