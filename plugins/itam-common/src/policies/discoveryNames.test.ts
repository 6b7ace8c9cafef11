import fc from 'fast-check';
import { normalisedProduct, normalisedSupplier } from './discoveryNames';

describe('names in discovery lists', () => {
  it.each([
    ['Slack 4.39.0', 'slack'],
    ['  7-Zip 23.01 (x64)', '7 zip'],
    ['Microsoft  Visual Studio Code (64-bit)', 'microsoft visual studio code'],
    ['Office 365', 'office 365'],
    ['C++ Builder', 'c++ builder'],
    ['1.2.3', '1.2.3'],
    ['Ｄｒｏｐｂｏｘ', 'dropbox'],
  ])('product %s is %s', (name, normalised) => {
    expect(normalisedProduct(name)).toBe(normalised);
  });

  it.each([
    ['GitHub, Inc.', 'github'],
    ['github', 'github'],
    ['Deutsche Telekom AG', 'deutsche telekom'],
    ['deutsche-telekom', 'deutsche telekom'],
    ['Capgemini S.A.', 'capgemini'],
    ['AG', 'ag'],
  ])('supplier %s is %s', (name, normalised) => {
    expect(normalisedSupplier(name)).toBe(normalised);
  });

  it('are the same when normalised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        for (const normalise of [normalisedProduct, normalisedSupplier]) {
          const once = normalise(name);
          expect(normalise(once)).toBe(once);
        }
      }),
    );
  });
});
