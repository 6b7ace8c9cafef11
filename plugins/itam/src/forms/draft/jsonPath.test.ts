import { pathOf, valueAt, withValue } from './jsonPath';

const spec = { a: { b: [{ c: 1 }, { c: 2 }] }, z: 'x' };

describe('a way into a record', () => {
  it('is read with positions in lists', () => {
    expect(pathOf('a.b[1].c')).toEqual(['a', 'b', 1, 'c']);
    expect(valueAt(spec, pathOf('a.b[1].c'))).toBe(2);
    expect(valueAt(spec, pathOf('a.b[7].c'))).toBeUndefined();
    expect(valueAt(spec, pathOf('z.length'))).toBeUndefined();
    expect(valueAt(spec, ['constructor'])).toBeUndefined();
  });

  it('is written without touching what is beside it', () => {
    expect(withValue(spec, pathOf('a.b[1].c'), 5)).toEqual({
      a: { b: [{ c: 1 }, { c: 5 }] },
      z: 'x',
    });
    expect(withValue({}, pathOf('a.b'), 'new')).toEqual({ a: { b: 'new' } });
    expect(spec.a.b[1].c).toBe(2);
  });

  it('keeps the order of fields', () => {
    expect(Object.keys(withValue({ a: 1, b: 2 }, ['a'], 3))).toEqual([
      'a',
      'b',
    ]);
  });

  it('takes away objects that have nothing left, but no entries of lists', () => {
    expect(
      withValue({ a: { b: { c: 1 } }, d: 1 }, pathOf('a.b.c'), undefined),
    ).toEqual({ d: 1 });
    expect(withValue({ a: [{ c: 1 }] }, pathOf('a[0].c'), undefined)).toEqual({
      a: [{}],
    });
  });
});
