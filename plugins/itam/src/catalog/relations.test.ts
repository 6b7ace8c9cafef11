import { KNOWN_RELATION_PAIRS, KNOWN_RELATIONS } from './relations';

it('adds our relations to those of the catalog graph', () => {
  expect(KNOWN_RELATIONS).toEqual(
    expect.arrayContaining(['ownedBy', 'usedBy', 'coveredBy', 'licenses']),
  );
  expect(new Set(KNOWN_RELATIONS).size).toBe(KNOWN_RELATIONS.length);
  expect(KNOWN_RELATION_PAIRS).toContainEqual(['usedBy', 'uses']);
});
