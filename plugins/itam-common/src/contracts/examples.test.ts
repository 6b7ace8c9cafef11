import { exampleEntities } from '../entities/__testUtils__/exampleEntities';
import { isContractEntity } from '../entities/itamKinds';
import { renewalState } from './renewalState';

const AS_OF = '2026-11-24';

const contracts = new Map(
  exampleEntities().flatMap(({ entity }) =>
    isContractEntity(entity)
      ? [[entity.metadata.name, entity.spec] as const]
      : [],
  ),
);

function stateOf(name: string) {
  const spec = contracts.get(name);
  if (!spec) {
    throw new Error(`No contract ${name}`);
  }
  return renewalState(spec, AS_OF, 1);
}

describe('the contracts of the example organisation on 24 November 2026', () => {
  it.each([
    ['atlassian-2026', 'notice-due', '2026-12-01'],
    ['colt-network-2023', 'notice-due', '2026-11-30'],
    ['github-2026', 'renewing', '2026-11-01'],
    ['parcel-tracking-2025', 'expiring', '2026-09-30'],
    ['red-hat-2026', 'expiring', '2027-01-01'],
    ['zscaler-2023', 'expired', '2026-08-01'],
    ['microsoft-master', 'active', '2027-03-31'],
    ['dell-prosupport-2026', 'active', '2026-12-31'],
  ])('shows %s as %s with the deadline %s', (name, state, lastNoticeDay) => {
    expect(stateOf(name)).toMatchObject({ state, lastNoticeDay });
  });

  it('raises GitHub by its uplift at the renewal', () => {
    expect(stateOf('github-2026').nextTerms).toMatchObject([
      {
        start: '2027-01-01',
        amounts: [{ minor: 635_040n, currency: 'USD' }],
        certainty: 'committed',
        estimated: true,
      },
    ]);
  });
});
