import { costsFor, organisationEntities } from '../fixtures';
import { organisationOf, pathTo } from './organisation';
import { partsOfTeam, partsOfUnit } from './parts';
import type { UnitCost } from './useUnitCosts';

const of = 'group:default/commerce';
const answer = costsFor({ of });
const [commerce] = pathTo(organisationOf(organisationEntities), of).slice(-1);
const euros = (amount: string): UnitCost => ({ amount, currency: 'EUR' });

describe('what a cost is made of', () => {
  it('is the groups below and the rest, which add up to the whole', () => {
    const parts = partsOfUnit(
      commerce,
      answer,
      new Map([
        ['group:default/payments', euros('8000.20')],
        ['group:default/checkout', euros('4000.00')],
      ]),
      'Itself',
    );
    expect(
      parts.map(({ title, amount, kind }) => [title, amount, kind]),
    ).toEqual([
      ['Payments', '8000.20', 'group'],
      ['Checkout', '4000.00', 'group'],
      ['Itself', '480.02', 'rest'],
    ]);
  });

  it('has what is hidden in the rest', () => {
    const parts = partsOfUnit(
      commerce,
      answer,
      new Map<string, UnitCost>([
        ['group:default/payments', 'hidden'],
        ['group:default/checkout', euros('4000.00')],
      ]),
      'Rest',
    );
    expect(parts.map(({ title, amount }) => [title, amount])).toEqual([
      ['Rest', '8480.22'],
      ['Checkout', '4000.00'],
    ]);
  });

  it('is records of a team, the smallest together', () => {
    const [first] = answer.groups;
    const groups = Array.from({ length: 30 }, (_, index) => ({
      ...first,
      key: `asset:default/a${index}`,
      ref: `asset:default/a${index}`,
      title: `A${index}`,
    }));
    const parts = partsOfTeam(
      { ...answer, groups },
      group => group.title,
      'Smaller',
    );
    expect(parts).toHaveLength(25);
    expect(parts[24]).toMatchObject({ title: 'Smaller', kind: 'rest' });
    expect(Number(parts[24].amount)).toBeCloseTo(6 * Number(parts[0].amount));
  });
});
