import { CurrencySums } from './costFigures';
import { largestFirst } from './largestFirst';

const lines = (...keys: string[]) =>
  keys.map(key => ({ line: { key, title: key }, sums: new CurrencySums(2) }));

describe('largestFirst', () => {
  it('compares what lines come to over all months', () => {
    expect(
      largestFirst(lines('a', 'b', 'c'), [
        [9n, 0n],
        [5n, 6n],
        [-20n, 1n],
      ]),
    ).toEqual([2, 1, 0]);
  });

  it('keeps the order of lines of one size', () => {
    expect(largestFirst(lines('a', 'b', 'c'), [[1n], [2n], [1n]])).toEqual([
      1, 0, 2,
    ]);
  });

  it('puts what is not shown in lines of its own last', () => {
    expect(
      largestFirst(lines('other', 'hidden', 'a', 'b'), [
        [90n],
        [99n],
        [1n],
        [2n],
      ]),
    ).toEqual([3, 2, 0, 1]);
  });
});
