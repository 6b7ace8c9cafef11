import { prefersMinimal } from './preferences';

describe('prefersMinimal', () => {
  it.each([
    'return=minimal',
    'Return=Minimal',
    'return="minimal"',
    'return = minimal',
    'respond-async, return=minimal; foo=bar',
    'return=minimal, return=representation',
  ])('is so for %s', prefer => {
    expect(prefersMinimal({ prefer })).toBe(true);
  });

  it.each([
    undefined,
    '',
    'return=representation',
    'return=representation, return=minimal',
    'respond-async; return=minimal',
    'xreturn=minimal',
    'return',
  ])('is not so for %s', prefer => {
    expect(prefersMinimal({ prefer })).toBe(false);
  });

  it('takes repeated headers as one', () => {
    expect(
      prefersMinimal({ prefer: ['respond-async', 'return=minimal'] }),
    ).toBe(true);
  });
});
