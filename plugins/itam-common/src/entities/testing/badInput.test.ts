import { BAD_INPUT, BAD_JSON_INPUT } from './badInput';

describe('BAD_INPUT', () => {
  it('names each case once', () => {
    const names = BAD_INPUT.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('keeps for JSON what JSON can carry', () => {
    const names = BAD_JSON_INPUT.map(({ name }) => name);
    expect(names).toContain('Asset: impossible date');
    expect(names).not.toContain('Asset: cycle');
    expect(names).not.toContain('Asset: share that is NaN');
    expect(names).not.toContain('Asset: timestamp as date');
    expect(names).not.toContain('Asset: deep nesting');
    expect(names.length).toBeGreaterThan(100);
  });
});
