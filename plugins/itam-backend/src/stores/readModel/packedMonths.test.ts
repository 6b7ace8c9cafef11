import fc from 'fast-check';
import { monthsFromRow, monthsLiteral, packMonths } from './packedMonths';

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const sixty = fc.array(int64, { minLength: 60, maxLength: 60 });

describe('packed months', () => {
  it('come back exactly from both engines', () => {
    fc.assert(
      fc.property(sixty, months => {
        const packed = BigInt64Array.from(months);
        expect(monthsFromRow(packMonths(packed))).toEqual(months);
        const asDriver = monthsLiteral(packed).slice(1, -1).split(',');
        expect(monthsFromRow(asDriver)).toEqual(months);
      }),
    );
  });

  it.each([
    ['too few months', ['1', '2']],
    ['a cut buffer', Buffer.alloc(59 * 8)],
    ['no months', null],
    ['a fraction', new Array(60).fill('1.5')],
  ])('refuse %s', (_, value) => {
    expect(() => monthsFromRow(value)).toThrow();
  });
});
