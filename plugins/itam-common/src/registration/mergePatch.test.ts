import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { ItamValidationError } from '../errors';
import { mergePatch } from './mergePatch';

seedProperties(300);

describe('mergePatch', () => {
  // The examples of RFC 7396, appendix A, whose target and patch are objects.
  it.each<[object, object, object]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [['a', 'b'], { a: 'b' }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('applies to %j the patch %j', (target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });

  it('leaves its arguments as they are', () => {
    const target = { a: { b: 1 }, list: [{ c: 1 }] };
    const merged = mergePatch(target, { a: { d: 2 } });
    expect(target).toEqual({ a: { b: 1 }, list: [{ c: 1 }] });
    expect(merged.list).not.toBe(target.list);
  });

  it.each([
    '{"__proto__":{"x":1}}',
    '{"a":{"constructor":1}}',
    '{"a":[{"prototype":1}]}',
  ])('refuses keys that reach prototypes: %s', json => {
    const patch: object = JSON.parse(json);
    expect(() => mergePatch({}, patch)).toThrow(ItamValidationError);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('refuses patches nested without bound', () => {
    let patch: object = {};
    for (let depth = 0; depth < 50; depth++) {
      patch = { a: patch };
    }
    expect(() => mergePatch({}, patch)).toThrow(/levels/);
  });

  it('applied twice is the same as once', () => {
    const value = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.oneof(
        fc.constant(null),
        fc.integer(),
        fc.dictionary(
          fc.constantFrom('a', 'b'),
          fc.oneof(fc.constant(null), fc.string()),
        ),
      ),
    );
    fc.assert(
      fc.property(value, value, (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });
});
