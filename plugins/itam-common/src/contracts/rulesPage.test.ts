import { tableUnder } from '../__testUtils__/markdownTables';
import type { ContractSpec, RenewalSpec } from '../entities/types';
import { type RenewalStateName, renewalState } from './renewalState';

const contract = (renewal?: RenewalSpec): ContractSpec => ({
  type: 'subscription',
  vendor: 'github',
  owner: 'group:default/procurement',
  term: { start: '2026-01-01', end: '2026-12-31' },
  ...(renewal ? { renewal } : {}),
});

const automatic: RenewalSpec = { kind: 'automatic', noticeDays: 60 };

/** One contract and day for each row of the page, in its order. */
const CASES: [RenewalStateName, ContractSpec, string][] = [
  [
    'ended',
    contract({ ...automatic, noticeGiven: '2026-10-01' }),
    '2027-01-01',
  ],
  ['expired', contract({ kind: 'manual' }), '2027-01-01'],
  ['renewing', contract(automatic), '2026-11-02'],
  ['notice-due', contract(automatic), '2026-11-01'],
  ['expiring', contract(), '2026-12-01'],
  ['active', contract(automatic), '2026-09-15'],
];

describe('the states of renewals on their page', () => {
  it('are all there are, the first that applies first', () => {
    expect(
      tableUnder('rules/renewals.md', 'States').map(({ state }) => state),
    ).toEqual(CASES.map(([state]) => state));
  });

  it.each(CASES)('%s', (state, spec, asOf) => {
    expect(renewalState(spec, asOf).state).toBe(state);
  });
});
