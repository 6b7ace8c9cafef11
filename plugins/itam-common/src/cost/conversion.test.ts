import fc from 'fast-check';
import { divideRounded, monthFromText, ratio } from '../values';
import {
  convert,
  convertExactly,
  convertMonth,
  fitToTotal,
} from './conversion';
import { InvalidRatesError, parseEcbRates, rateFor } from './rates';

const TABLE = parseEcbRates([
  ['\uFEFFDate', 'USD', 'JPY', 'HRK', 'GBP', 'CHF', ''],
  ['2026-04-13', '1.1684', '186.75', 'N/A', '0.87058', '', ''],
  ['2026-03-31', '1.1498', '183.39', 'N/A', 'N/A', '', ''],
  ['2026-03-24', '1.16', '183.00', '7.5', '0.868', '', ''],
  ['2026-03-23', '1.17', '184.00', 'N/A', '0.869', '0.9', ''],
  [''],
]);

const month = monthFromText;

describe('rates', () => {
  it('are those of the month end, else the last of seven days before', () => {
    expect(rateFor(month('2026-03'), '2026-04-20', 'USD', TABLE)).toEqual({
      status: 'final',
      date: '2026-03-31',
      rate: { numerator: 11498n, denominator: 10000n },
    });
    expect(rateFor(month('2026-03'), '2026-04-20', 'GBP', TABLE)).toMatchObject(
      { status: 'final', date: '2026-03-24' },
    );
    expect(rateFor(month('2026-03'), '2026-04-20', 'CHF', TABLE)).toEqual({
      status: 'missing',
    });
    expect(rateFor(month('2026-02'), '2026-04-20', 'USD', TABLE)).toEqual({
      status: 'missing',
    });
  });

  it('are provisional in the current and forecast in a later month', () => {
    expect(rateFor(month('2026-04'), '2026-04-20', 'USD', TABLE)).toMatchObject(
      { status: 'provisional', date: '2026-04-13' },
    );
    expect(rateFor(month('2026-12'), '2026-04-20', 'USD', TABLE)).toMatchObject(
      { status: 'forecast', date: '2026-04-13' },
    );
    expect(rateFor(month('2026-04'), '2026-04-01', 'USD', TABLE)).toMatchObject(
      { date: '2026-03-31' },
    );
    expect(rateFor(month('2026-04'), '2026-04-20', 'EUR', TABLE)).toEqual({
      status: 'provisional',
      date: null,
      rate: ratio(1n),
    });
  });

  it('leave out what is no currency any more', () => {
    expect(TABLE.has('HRK')).toBe(false);
    expect(rateFor(month('2026-03'), '2026-04-20', 'XYZ', TABLE)).toEqual({
      status: 'missing',
    });
  });

  it.each([
    [[], 1, 'header'],
    [[['Day', 'USD']], 1, 'header'],
    [
      [
        ['Date', 'USD'],
        ['13.04.2026', '1.1'],
      ],
      2,
      'date',
    ],
    [
      [
        ['Date', 'USD'],
        ['2026-04-13', '1,1'],
      ],
      2,
      'rate',
    ],
    [
      [
        ['Date', 'USD'],
        ['2026-04-13', '0'],
      ],
      2,
      'rate',
    ],
    [
      [
        ['Date', 'USD'],
        ['2026-04-13', '1'],
        ['2026-04-13', '1'],
      ],
      3,
      'twice',
    ],
  ])('refuse %j', (rows, row, rule) => {
    expect(() => parseEcbRates(rows)).toThrow(InvalidRatesError);
    expect(() => parseEcbRates(rows)).toThrow(
      expect.objectContaining({
        facts: expect.objectContaining({ row, rule }),
      }),
    );
  });
});

describe('conversion', () => {
  const rates = { from: ratio(11498n, 10000n), to: ratio(18339n, 100n) };

  it('rounds once and respects the decimals of both currencies', () => {
    // 1,000.00 USD · 183.39 / 1.1498 = 159,497.3… JPY
    expect(convert(100_000n, 'USD', 'JPY', rates)).toBe(159_497n);
    expect(
      convert(159_497n, 'JPY', 'USD', { from: rates.to, to: rates.from }),
    ).toBe(100_000n);
    expect(convert(-100_000n, 'USD', 'JPY', rates)).toBe(-159_497n);
    expect(convert(123n, 'EUR', 'EUR', rates)).toBe(123n);
  });

  it('names what has no rate and never counts it one to one', () => {
    const sums = new Map([
      ['EUR', 100n],
      ['USD', 11498n],
      ['CHF', 500n],
    ]);
    expect(
      convertMonth(sums, 'EUR', month('2026-03'), '2026-04-20', TABLE),
    ).toEqual({
      minor: 10_100n,
      status: 'final',
      unconverted: [{ currency: 'CHF', minor: 500n }],
      rates: [{ currency: 'USD', date: '2026-03-31', status: 'final' }],
    });
    expect(
      convertMonth(sums, 'CHF', month('2026-03'), '2026-04-20', TABLE),
    ).toMatchObject({
      minor: 500n,
      unconverted: [
        { currency: 'EUR', minor: 100n },
        { currency: 'USD', minor: 11498n },
      ],
    });
    expect(
      convertMonth(sums, 'EUR', month('2026-06'), '2026-04-20', TABLE).status,
    ).toBe('forecast');
  });

  it('fits parts to a total, whatever the parts', () => {
    const part = fc.record({
      minor: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      rate: fc.bigInt({ min: 1n, max: 10n ** 7n }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), values => {
        const parts = values.map(({ minor, rate }, index) => ({
          key: `k${index}`,
          exact: convertExactly(minor, 'USD', 'EUR', {
            from: ratio(rate, 10_000n),
            to: ratio(1n),
          }),
        }));
        const total = parts.reduce(
          (sum, { exact }) =>
            ratio(
              sum.numerator * exact.denominator +
                exact.numerator * sum.denominator,
              sum.denominator * exact.denominator,
            ),
          ratio(0n),
        );
        const rounded = divideRounded(
          total.numerator,
          total.denominator,
          'half-up',
        );
        const fitted = fitToTotal(rounded, parts);
        expect(fitted.reduce((sum, { minor }) => sum + minor, 0n)).toBe(
          rounded,
        );
        fitted.forEach(({ minor }, index) => {
          const { numerator, denominator } = parts[index].exact;
          const difference = minor * denominator - numerator;
          expect(
            difference < denominator * 2n && difference > -denominator * 2n,
          ).toBe(true);
        });
      }),
    );
  });

  it('fits totals that are off, and refuses to fit to nothing', () => {
    const parts = [
      { key: 'b', exact: ratio(1n, 2n) },
      { key: 'a', exact: ratio(1n, 2n) },
    ];
    expect(fitToTotal(1n, parts)).toEqual([
      { key: 'b', minor: 0n },
      { key: 'a', minor: 1n },
    ]);
    expect(fitToTotal(5n, parts).map(({ minor }) => minor)).toEqual([2n, 3n]);
    expect(fitToTotal(-1n, parts).map(({ minor }) => minor)).toEqual([-1n, 0n]);
    expect(fitToTotal(0n, [])).toEqual([]);
    expect(() => fitToTotal(1n, [])).toThrow('no parts');
  });
});
