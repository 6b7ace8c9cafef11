import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { numberedName, recordNameFrom } from './recordName';

seedProperties(1000);

describe('recordNameFrom', () => {
  it.each([
    [{ kind: 'Asset', tag: 'HW-000123', title: 'x' }, 'hw-000123'],
    [{ kind: 'Asset', tag: '  ', title: 'Müller’s Laptop' }, 'muller-s-laptop'],
    [{ kind: 'Contract', number: 'C/2026 – 0042' }, 'c-2026-0042'],
    [{ kind: 'License', product: 'Straße & Łódź' }, 'strasse-lodz'],
    [{ kind: 'Asset', title: '..a__.-b..' }, 'a-b'],
    [{ kind: 'Asset', title: 'v1.2..3' }, 'v1.2.3'],
  ] as const)('%j is %s', (source, name) => {
    expect(recordNameFrom(source)).toBe(name);
  });

  it('numbers text without Latin letters, the same each time', () => {
    const source = { kind: 'Asset', title: '東京サーバー' } as const;
    expect(recordNameFrom(source)).toMatch(/^asset-[0-9a-f]{8}$/);
    expect(recordNameFrom(source)).toBe(recordNameFrom({ ...source }));
  });

  it('refuses a record with nothing to name it after', () => {
    expect(() => recordNameFrom({ kind: 'License', title: ' ' })).toThrow(
      /needs a tag, number, product or title/,
    );
  });

  it('always gives a name the catalog accepts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.integer({ min: 2, max: 1_000_000 }),
        (title, attempt) => {
          fc.pre(title.trim() !== '');
          const name = recordNameFrom({ kind: 'Asset', title });
          const numbered = numberedName(name, attempt);
          expect(KubernetesValidatorFunctions.isValidObjectName(name)).toBe(
            true,
          );
          expect(KubernetesValidatorFunctions.isValidObjectName(numbered)).toBe(
            true,
          );
          expect(numbered).not.toBe(name);
        },
      ),
    );
  });

  it.each([1, 0, 2.5])('has no name number %d', attempt => {
    expect(() => numberedName('a', attempt)).toThrow(RangeError);
  });
});
