import fc from 'fast-check';
import { findPartOfCycle } from './partOfCycle';

const of = (parents: Record<string, string>) => (ref: string) => parents[ref];

describe('findPartOfCycle', () => {
  it('names the cycle from the record on', () => {
    const parents = of({ a: 'b', b: 'c', c: 'a' });
    expect(findPartOfCycle('a', parents)).toEqual(['a', 'b', 'c']);
    expect(findPartOfCycle('c', parents)).toEqual(['c', 'a', 'b']);
    expect(findPartOfCycle('a', of({ a: 'a' }))).toEqual(['a']);
  });

  it('finds none in a tree, nor one the record only leads to', () => {
    expect(findPartOfCycle('a', of({ a: 'b', b: 'c' }))).toBe(undefined);
    expect(findPartOfCycle('a', of({ a: 'b', b: 'c', c: 'b' }))).toBe(
      undefined,
    );
  });

  it('ends on any data, and answers a real cycle', () => {
    const node = fc.integer({ min: 0, max: 8 }).map(String);
    fc.assert(
      fc.property(fc.dictionary(node, node), node, (parents, start) => {
        const cycle = findPartOfCycle(start, of(parents)) ?? [];
        expect(cycle).toEqual([...new Set(cycle)]);
        expect(
          cycle.map((ref, i) => [ref, cycle[(i + 1) % cycle.length]]),
        ).toEqual(cycle.map(ref => [ref, parents[ref]]));
      }),
    );
  });
});
