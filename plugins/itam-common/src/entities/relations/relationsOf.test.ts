import { ItamValidationError } from '../../errors';
import { goodAsset, goodContract, goodLicense } from '../testing/goodEntities';
import { withValue } from '../testing/withValue';
import { ITAM_RELATION_PAIRS, ITAM_RELATION_TITLES } from './relationPairs';
import { relationsOf } from './relationsOf';

const triples = (...args: Parameters<typeof relationsOf>) =>
  relationsOf(...args).map(one => [one.type, one.reverseType, one.targetRef]);

describe('relationsOf', () => {
  it('relates an asset to owner, holder, services and whole', () => {
    expect(triples(goodAsset(), '2026-01-01')).toEqual([
      ['ownedBy', 'ownerOf', 'group:default/payments'],
      ['usedBy', 'uses', 'component:default/payments-api'],
      ['usedBy', 'uses', 'component:default/ledger'],
      ['assignedTo', 'holderOf', 'user:default/guest'],
      ['partOf', 'hasPart', 'asset:default/rack-14'],
    ]);
  });

  it('relates a licence to its contract, and not to its seats', () => {
    expect(triples(goodLicense(), '2026-01-01')).toEqual([
      ['ownedBy', 'ownerOf', 'group:default/platform'],
      ['usedBy', 'uses', 'system:default/delivery'],
      ['licensedUnder', 'licenses', 'contract:default/github-2026'],
    ]);
  });

  it('relates a contract to what it covers', () => {
    expect(triples(goodContract(), '2026-01-01')).toEqual([
      ['ownedBy', 'ownerOf', 'group:default/procurement'],
      ['partOf', 'hasPart', 'contract:default/github-master'],
      ['covers', 'coveredBy', 'license:default/github-enterprise'],
      ['covers', 'coveredBy', 'asset:default/payments-db-eu1'],
    ]);
  });

  it('follows dated owners and services', () => {
    let entity = withValue(goodAsset(), 'spec.owner', [
      { ref: 'a' },
      { from: '2026-05-15', ref: 'user:b' },
    ]);
    entity = withValue(entity, 'spec.services', [
      { from: '2026-05-15', services: [{ ref: 'x' }, { ref: 'system:y' }] },
    ]);
    expect(triples(entity, '2026-05-14').slice(0, 2)).toEqual([
      ['ownedBy', 'ownerOf', 'group:default/a'],
      ['assignedTo', 'holderOf', 'user:default/guest'],
    ]);
    expect(triples(entity, '2026-05-15').slice(0, 3)).toEqual([
      ['ownedBy', 'ownerOf', 'user:default/b'],
      ['usedBy', 'uses', 'component:default/x'],
      ['usedBy', 'uses', 'system:default/y'],
    ]);
  });

  it('keeps relations to what need not exist', () => {
    const entity = withValue(goodAsset(), 'spec.owner', 'nobody-knows');
    expect(triples(entity, '2026-01-01')[0][2]).toBe(
      'group:default/nobody-knows',
    );
  });

  it('refuses entities that are not valid', () => {
    expect(() =>
      relationsOf(withValue(goodAsset(), 'spec.owner', 7), '2026-01-01'),
    ).toThrow(ItamValidationError);
  });

  it('only makes relations of the pairs it declares, between their kinds', () => {
    for (const entity of [goodAsset(), goodLicense(), goodContract()]) {
      for (const relation of relationsOf(entity, '2026-01-01')) {
        const pair = ITAM_RELATION_PAIRS.find(
          ({ type }) => type === relation.type,
        );
        expect(pair?.reverseType).toBe(relation.reverseType);
        expect(pair?.fromKinds).toContain(entity.kind);
        expect(pair?.toKinds.map(kind => kind.toLowerCase())).toContain(
          relation.targetRef.split(':')[0],
        );
      }
    }
  });
});

describe('ITAM_RELATION_TITLES', () => {
  it('has a title for both directions of every pair', () => {
    for (const { type, reverseType } of ITAM_RELATION_PAIRS) {
      expect(ITAM_RELATION_TITLES[type]).toMatch(/^[a-z ]+$/);
      expect(ITAM_RELATION_TITLES[reverseType]).toMatch(/^[a-z ]+$/);
    }
    expect(ITAM_RELATION_TITLES.usedBy).toBe('used by');
  });
});
