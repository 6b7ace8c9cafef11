import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { ratio } from '../values';
import type { ComparedLine } from './comparedLine';
import { explainDifference } from './explainDifference';

seedProperties();
function line(values: Partial<ComparedLine> = {}): ComparedLine {
  const minor = values.minor ?? 10_000n;
  return {
    key: 'license:default/a',
    currency: 'EUR',
    minor,
    wholeMinor: minor,
    quantity: null,
    adjustmentMinor: 0n,
    scheduleMinor: 0n,
    convertedMinor: minor,
    ...values,
  };
}

/** Effects in whole, as `cause amount`. */
function effects(base: ComparedLine | null, current: ComparedLine | null) {
  return explainDifference(
    base ? [base] : [],
    current ? [current] : [],
  ).effects.map(({ cause, minor }) => `${cause} ${minor}`);
}

describe('an explained difference', () => {
  it('names records without cost in one of the periods', () => {
    expect(effects(null, line())).toEqual(['new 10000']);
    expect(effects(line({ minor: 0n }), line())).toEqual(['new 10000']);
    expect(effects(line(), null)).toEqual(['ended -10000']);
    expect(effects(line(), line({ minor: 0n }))).toEqual(['ended -10000']);
    expect(effects(line(), line())).toEqual([]);
  });

  it('keeps price and quantity apart', () => {
    // 20 seats for 12 months at 21.00, then 25 at 22.00.
    const base = line({ minor: 504_000n, quantity: ratio(240n) });
    const current = line({ minor: 660_000n, quantity: ratio(300n) });
    expect(effects(base, current)).toEqual(['price 30000', 'quantity 126000']);
  });

  it('calls everything price where nothing is counted', () => {
    expect(effects(line(), line({ minor: 12_000n }))).toEqual(['price 2000']);
    expect(
      effects(
        line({ quantity: ratio(0n) }),
        line({ minor: 12_000n, quantity: ratio(2n) }),
      ),
    ).toEqual(['price 2000']);
  });

  it('tells a larger share from a higher price', () => {
    // A quarter of 400.00, then a half of 480.00.
    expect(
      effects(
        line({ wholeMinor: 40_000n }),
        line({ minor: 24_000n, wholeMinor: 48_000n }),
      ),
    ).toEqual(['price 4000', 'share 10000']);
  });

  it('takes shares that differ by rounding as the same', () => {
    expect(
      effects(
        line({ minor: 3_333n, wholeMinor: 10_000n }),
        line({ minor: 1_667n, wholeMinor: 5_000n }),
      ),
    ).toEqual(['price -1666']);
  });

  it('tells a larger share from a schedule', () => {
    // Half of a depreciation of 200.00, then all of one of 150.00.
    expect(
      effects(
        line({ wholeMinor: 20_000n, scheduleMinor: 10_000n }),
        line({ minor: 15_000n, scheduleMinor: 15_000n }),
      ),
    ).toEqual(['share 10000', 'schedule -5000']);
  });

  it('names corrections of closed months', () => {
    expect(
      effects(line(), line({ minor: 12_500n, adjustmentMinor: 2_500n })),
    ).toEqual(['adjustment 2500']);
  });

  it('names what exchange rates did', () => {
    // $100.00 at 0.90, then $110.00 at 0.95.
    expect(
      effects(
        line({ currency: 'USD', convertedMinor: 9_000n }),
        line({ currency: 'USD', minor: 11_000n, convertedMinor: 10_450n }),
      ),
    ).toEqual(['price 900', 'rate 550']);
  });

  it('calls a cost without a rate a difference of rates', () => {
    const unknown = line({ currency: 'USD', convertedMinor: null });
    expect(effects(line({ currency: 'USD' }), unknown)).toEqual([
      'rate -10000',
    ]);
    expect(effects(unknown, line({ currency: 'USD' }))).toEqual(['rate 10000']);
    expect(effects(unknown, unknown)).toEqual([]);
    expect(effects(null, unknown)).toEqual([]);
  });

  it('adds up records in all their currencies, the largest first', () => {
    const explained = explainDifference(
      [
        line({ key: 'license:default/a', minor: 100n }),
        line({ key: 'license:default/b', minor: 100n }),
        line({ key: 'license:default/c', minor: 700n }),
      ],
      [
        line({ key: 'license:default/c', minor: 700n }),
        line({ key: 'license:default/b', minor: 600n }),
        line({
          key: 'license:default/a',
          currency: 'USD',
          minor: 400n,
          convertedMinor: 350n,
        }),
      ],
    );
    expect(explained).toEqual({
      baseMinor: 900n,
      currentMinor: 1650n,
      differenceMinor: 750n,
      effects: [
        { cause: 'new', minor: 350n },
        { cause: 'ended', minor: -100n },
        { cause: 'price', minor: 500n },
      ],
      records: [
        {
          key: 'license:default/b',
          baseMinor: 100n,
          currentMinor: 600n,
          differenceMinor: 500n,
          effects: [{ cause: 'price', minor: 500n }],
        },
        {
          key: 'license:default/a',
          baseMinor: 100n,
          currentMinor: 350n,
          differenceMinor: 250n,
          effects: [
            { cause: 'new', minor: 350n },
            { cause: 'ended', minor: -100n },
          ],
        },
        {
          key: 'license:default/c',
          baseMinor: 700n,
          currentMinor: 700n,
          differenceMinor: 0n,
          effects: [],
        },
      ],
    });
  });

  it('refuses two lines of one record and currency', () => {
    expect(() => explainDifference([line(), line()], [])).toThrow(
      new RangeError('license:default/a has two lines in EUR'),
    );
  });
});

const amount = fc.oneof(
  fc.constant(0n),
  fc.bigInt({ min: -300n, max: 300n }),
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
);
const anyLine: fc.Arbitrary<ComparedLine> = fc
  .record({
    key: fc.integer({ min: 0, max: 4 }).map(id => `asset:default/a${id}`),
    currency: fc.constantFrom('EUR', 'USD'),
    minor: amount,
    others: fc.oneof(fc.constant(0n), amount),
    quantity: fc.option(
      fc
        .tuple(
          fc.bigInt({ min: 0n, max: 5000n }),
          fc.bigInt({ min: 1n, max: 100n }),
        )
        .map(([n, d]) => ratio(n, d)),
    ),
    adjustmentMinor: fc.oneof(fc.constant(0n), amount),
    scheduleMinor: fc.oneof(fc.constant(0n), amount),
    convertedMinor: fc.option(amount, { freq: 8 }),
  })
  .map(({ others, ...rest }) => ({ ...rest, wholeMinor: rest.minor + others }));
const anyPeriod = fc.uniqueArray(anyLine, {
  selector: ({ key, currency }) => `${key} ${currency}`,
  maxLength: 8,
});
const sumOf = (list: readonly { minor: bigint }[]) =>
  list.reduce((total, { minor }) => total + minor, 0n);

describe('any explained difference', () => {
  it('adds up, per record and in whole', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (base, current) => {
        const explained = explainDifference(base, current);
        const converted = (lines: readonly ComparedLine[]) =>
          lines.reduce((sum, each) => sum + (each.convertedMinor ?? 0n), 0n);
        expect(explained.baseMinor).toBe(converted(base));
        expect(explained.currentMinor).toBe(converted(current));
        expect(explained.differenceMinor).toBe(
          converted(current) - converted(base),
        );
        expect(sumOf(explained.effects)).toBe(explained.differenceMinor);
        for (const record of explained.records) {
          expect(record.differenceMinor).toBe(
            record.currentMinor - record.baseMinor,
          );
          expect(sumOf(record.effects)).toBe(record.differenceMinor);
        }
        expect(
          explained.records.reduce(
            (sum, { differenceMinor }) => sum + differenceMinor,
            0n,
          ),
        ).toBe(explained.differenceMinor);
      }),
      { numRuns: 5000 },
    );
  });

  it('is the opposite when the periods change places', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (base, current) => {
        const there = explainDifference(base, current);
        const back = explainDifference(current, base);
        expect(back.differenceMinor).toBe(-there.differenceMinor);
        expect(back.baseMinor).toBe(there.currentMinor);
        const differences = ({ records }: typeof there, sign: bigint) =>
          new Map(records.map(each => [each.key, sign * each.differenceMinor]));
        expect(differences(back, -1n)).toEqual(differences(there, 1n));
      }),
    );
  });

  it('is none between a period and itself', () => {
    fc.assert(
      fc.property(anyPeriod, period => {
        const { effects: none } = explainDifference(period, period);
        expect(none).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of lines', () => {
    fc.assert(
      fc.property(
        anyPeriod.chain(lines =>
          fc.tuple(
            fc.constant(lines),
            fc.shuffledSubarray(lines, { minLength: lines.length }),
          ),
        ),
        anyPeriod,
        ([lines, shuffled], other) => {
          expect(explainDifference(shuffled, other)).toEqual(
            explainDifference(lines, other),
          );
          expect(explainDifference(other, shuffled)).toEqual(
            explainDifference(other, lines),
          );
        },
      ),
    );
  });

  it('finds price and quantity as they were changed', () => {
    const small = fc.bigInt({ min: 1n, max: 1000n });
    fc.assert(
      fc.property(small, small, small, small, (p0, q0, p1, q1) => {
        const priced = (price: bigint, quantity: bigint) =>
          line({ minor: price * quantity, quantity: ratio(quantity) });
        const explained = explainDifference([priced(p0, q0)], [priced(p1, q1)]);
        const of = (name: string) =>
          explained.effects.find(({ cause }) => cause === name)?.minor ?? 0n;
        expect(of('quantity')).toBe((q1 - q0) * p0);
        expect(of('price')).toBe((p1 - p0) * q1);
        expect(explained.effects.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
