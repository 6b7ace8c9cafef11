import fc from 'fast-check';
import { closureOf } from './closureOf';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const parentsOf = fc.dictionary(fc.constantFrom(...names), fc.subarray(names));

describe('closureOf', () => {
  it('has the shortest distances, in any graph', () => {
    fc.assert(
      fc.property(parentsOf, graph => {
        const parents = new Map(Object.entries(graph));
        const closure = closureOf(names, parents);
        for (const name of names) {
          const depths = closure.get(name)!;
          expect(depths.get(name)).toBe(0);
          for (const [ancestor, depth] of depths) {
            for (const parent of parents.get(ancestor) ?? []) {
              expect(depths.get(parent)).toBeLessThanOrEqual(depth + 1);
            }
            const reached = [...depths].some(
              ([via, viaDepth]) =>
                viaDepth === depth - 1 &&
                (parents.get(via) ?? []).includes(ancestor),
            );
            expect(depth === 0 || reached).toBe(true);
          }
        }
      }),
    );
  });
});
