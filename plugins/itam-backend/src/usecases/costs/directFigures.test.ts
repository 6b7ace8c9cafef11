import { CurrencySums } from './costFigures';
import { directFigures } from './directFigures';

const sums = (minor: bigint) => {
  const one = new CurrencySums(1);
  one.add('EUR', 0, minor);
  return one;
};

describe('directFigures', () => {
  it('takes what is below off once, along whatever ways', () => {
    const direct = directFigures(
      new Map([
        ['top', sums(111n)],
        ['left', sums(101n)],
        ['right', sums(110n)],
        ['leaf', sums(100n)],
      ]),
      [
        { ancestor: 'top', descendant: 'left' },
        { ancestor: 'top', descendant: 'right' },
        { ancestor: 'top', descendant: 'leaf' },
        { ancestor: 'left', descendant: 'leaf' },
        { ancestor: 'right', descendant: 'leaf' },
      ],
      1,
    );
    const minors = [...(direct ?? [])].map(([key, one]) => [
      key,
      one.ofMonth(0).get('EUR') ?? 0n,
    ]);
    expect(Object.fromEntries(minors)).toEqual({
      leaf: 100n,
      left: 1n,
      right: 10n,
      top: 0n,
    });
  });

  it('gives up on circles', () => {
    expect(
      directFigures(
        new Map([
          ['a', sums(3n)],
          ['b', sums(3n)],
        ]),
        [
          { ancestor: 'a', descendant: 'b' },
          { ancestor: 'b', descendant: 'a' },
        ],
        1,
      ),
    ).toBeUndefined();
  });
});
