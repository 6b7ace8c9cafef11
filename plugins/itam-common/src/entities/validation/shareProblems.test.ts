import fc from 'fast-check';
import { servicesProblems } from './shareProblems';
import { SpecField } from './SpecField';

/** Shares as people write them, from hundredths of a percent. */
function services(basisPoints: readonly (number | undefined)[]): SpecField {
  return new SpecField(
    basisPoints.map((points, i) => ({
      ref: `component:default/s${i}`,
      ...(points === undefined ? {} : { share: points / 100 }),
    })),
    'spec.services',
  );
}

const rulesOf = (basisPoints: readonly (number | undefined)[]) =>
  servicesProblems(services(basisPoints), 'default').map(({ rule }) => rule);

const shares = fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 30 });

describe('shares of services', () => {
  it('refuses exactly the lists above 100 percent, to the hundredth', () => {
    fc.assert(
      fc.property(shares, points => {
        const sum = points.reduce((total, one) => total + one, 0);
        expect(rulesOf(points)).toEqual(sum > 10_000 ? ['share-sum'] : []);
      }),
    );
  });

  it('accepts any way of cutting 100 percent, and not a hundredth more', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }));
    fc.assert(
      fc.property(cuts, inner => {
        const marks = [0, ...inner.sort((a, b) => a - b), 10_000];
        const points = marks.slice(1).map((mark, i) => mark - marks[i]);
        expect(rulesOf(points)).toEqual([]);
        expect(rulesOf([...points, 1])).toEqual(['share-sum']);
      }),
    );
  });

  it('refuses services without a share where nothing is left to split', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 5 }), (points, count) => {
        const sum = points.reduce((total, one) => total + one, 0);
        fc.pre(sum <= 10_000);
        const rules = rulesOf([
          ...points,
          ...new Array<undefined>(count).fill(undefined),
        ]);
        expect(rules).toEqual(10_000 - sum < count ? ['share-left'] : []);
      }),
    );
  });
});
