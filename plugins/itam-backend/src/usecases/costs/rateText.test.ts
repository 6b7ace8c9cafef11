import { ratio, ratioFromDecimal } from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import { rateText } from './rateText';

const decimal = fc
  .tuple(fc.nat(), fc.array(fc.nat(9), { maxLength: 8 }))
  .map(([whole, decimals]) =>
    decimals.length === 0 ? String(whole) : `${whole}.${decimals.join('')}`,
  );

describe('rateText', () => {
  it('writes a rate as it was published', () => {
    fc.assert(
      fc.property(decimal, text => {
        const rate = ratioFromDecimal(text);
        expect(rate && rateText(rate)).toBe(text);
      }),
    );
  });

  it('writes reduced fractions', () => {
    expect(rateText(ratio(5n, 4n))).toBe('1.25');
    expect(rateText(ratio(1n, 8n))).toBe('0.125');
    expect(rateText(ratio(162n))).toBe('162');
  });

  it('refuses what has no end', () => {
    expect(() => rateText(ratio(1n, 3n))).toThrow('no decimal number');
  });
});
