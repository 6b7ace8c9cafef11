import fc from 'fast-check';
import { seedProperties } from './propertySeed';

describe('property seeds', () => {
  const original = process.env.ITAM_PROPERTY_SEED;
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

  afterEach(() => {
    write.mockClear();
    if (original === undefined) {
      delete process.env.ITAM_PROPERTY_SEED;
    } else {
      process.env.ITAM_PROPERTY_SEED = original;
    }
  });
  afterAll(() => write.mockRestore());

  const drawn = () => {
    const values: number[] = [];
    fc.assert(
      fc.property(fc.integer(), value => {
        values.push(value);
      }),
    );
    return values;
  };

  it('repeat a run and are printed once', () => {
    process.env.ITAM_PROPERTY_SEED = '42';
    expect(seedProperties(20)).toBe(42);
    expect(write.mock.calls).toEqual([['property seed 42\n']]);
    const first = drawn();
    expect(first).toHaveLength(20);
    expect(drawn()).toEqual(first);
    seedProperties(20);
    expect(drawn()).toEqual(first);
  });

  it('differ from run to run unless one is given', () => {
    delete process.env.ITAM_PROPERTY_SEED;
    const seeds = new Set(Array.from({ length: 5 }, () => seedProperties()));
    expect(seeds.size).toBeGreaterThan(1);
  });

  it('refuse what is no seed', () => {
    process.env.ITAM_PROPERTY_SEED = 'today';
    expect(() => seedProperties()).toThrow('ITAM_PROPERTY_SEED');
  });
});
