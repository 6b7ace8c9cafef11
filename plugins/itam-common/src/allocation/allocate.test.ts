import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { allocate } from './allocate';
import { InvalidSharesError, sharesFromSpec } from './shares';
import { MAX_UNITS_TIMES_WEIGHT, slicesOf, slicesOfWeights } from './slices';

seedProperties();

const weights = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 4 }),
    weight: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  }),
  { selector: ({ key }) => key, minLength: 1, maxLength: 20 },
);

describe('allocate', () => {
  it('loses nothing, stays within a unit and ignores the order given', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        weights,
        (total, list) => {
          const sum = list.reduce((all, { weight }) => all + weight, 0n);
          fc.pre(sum > 0n);
          const parts = allocate(total, list);
          expect(parts.reduce((all, part) => all + part.amount, 0n)).toBe(
            total,
          );
          parts.forEach(({ amount }, index) => {
            const difference = amount * sum - total * list[index].weight;
            expect(difference < sum && difference > -sum).toBe(true);
          });
          const reversed = allocate(total, [...list].reverse()).reverse();
          expect(reversed).toEqual(parts);
        },
      ),
    );
  });

  it('breaks ties by key and mirrors refunds', () => {
    const thirds = ['c', 'a', 'b'].map(key => ({ key, weight: 1n }));
    expect(allocate(100n, thirds)).toEqual([
      { key: 'c', amount: 33n },
      { key: 'a', amount: 34n },
      { key: 'b', amount: 33n },
    ]);
    expect(allocate(-100n, thirds)[1].amount).toBe(-34n);
  });

  it('refuses negative weights and a total without any weight', () => {
    expect(() => allocate(1n, [{ key: 'a', weight: -1n }])).toThrow('negative');
    expect(() => allocate(1n, [{ key: 'a', weight: 0n }])).toThrow('zero');
    expect(allocate(0n, [{ key: 'a', weight: 0n }])).toEqual([
      { key: 'a', amount: 0n },
    ]);
  });
});

describe('shares', () => {
  it('split the rest equally and list nobody with nothing', () => {
    expect(sharesFromSpec([{ ref: 'b' }, { ref: 'a' }, { ref: 'c' }])).toEqual([
      { ref: 'a', basisPoints: 3334 },
      { ref: 'b', basisPoints: 3333 },
      { ref: 'c', basisPoints: 3333 },
    ]);
    expect(sharesFromSpec([{ ref: 'b', share: 100 }, { ref: 'a' }])).toEqual([
      { ref: 'b', basisPoints: 10000 },
    ]);
    expect(sharesFromSpec([{ ref: 'a', share: 33.33 }])).toEqual([
      { ref: 'a', basisPoints: 3333 },
    ]);
    expect(sharesFromSpec([])).toEqual([]);
  });

  it.each([
    [[{ ref: 'a', share: 0 }], 'not-positive'],
    [[{ ref: 'a', share: -1 }], 'not-positive'],
    [[{ ref: 'a', share: NaN }], 'not-positive'],
    [[{ ref: 'a', share: 1e-9 }], 'not-positive'],
    [
      [
        { ref: 'a', share: 60 },
        { ref: 'b', share: 41 },
      ],
      'above-whole',
    ],
    [[{ ref: 'a' }, { ref: 'a' }], 'twice'],
  ])('refuse %j', (services, rule) => {
    expect(() => sharesFromSpec(services)).toThrow(InvalidSharesError);
    expect(() => sharesFromSpec(services)).toThrow(rule);
  });
});

describe('slices', () => {
  it('tile the whole in ref order, the unallocated last', () => {
    expect(
      slicesOf([
        { ref: 'b', basisPoints: 2000 },
        { ref: 'a', basisPoints: 3000 },
      ]),
    ).toEqual({
      weightTotal: 10000,
      slices: [
        { serviceRef: 'a', lo: 0, hi: 3000 },
        { serviceRef: 'b', lo: 3000, hi: 5000 },
        { serviceRef: null, lo: 5000, hi: 10000 },
      ],
    });
  });

  it('of weights are reduced exactly where they fit, rounded where not', () => {
    expect(
      slicesOfWeights(
        new Map([
          ['z', 4000n],
          [null, 10000n],
          ['a', 6000n],
          ['none', 0n],
        ]),
        12,
      ),
    ).toEqual({
      weightTotal: 10,
      slices: [
        { serviceRef: 'a', lo: 0, hi: 3 },
        { serviceRef: 'z', lo: 3, hi: 5 },
        { serviceRef: null, lo: 5, hi: 10 },
      ],
    });
    expect(slicesOfWeights(new Map(), 12).slices).toEqual([
      { serviceRef: null, lo: 0, hi: 1 },
    ]);
    const huge = slicesOfWeights(
      new Map([
        ['a', 10n ** 15n],
        ['b', 2n * 10n ** 15n + 1n],
        ['tiny', 1n],
      ]),
      600,
    );
    expect(huge.weightTotal * 600).toBeLessThanOrEqual(MAX_UNITS_TIMES_WEIGHT);
    expect(huge.slices.map(({ serviceRef }) => serviceRef)).toEqual(['a', 'b']);
    expect(huge.slices[0].hi / huge.weightTotal).toBeCloseTo(1 / 3, 6);
  });
});
