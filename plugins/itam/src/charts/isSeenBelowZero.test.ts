import { isSeenBelowZero } from './isSeenBelowZero';

describe('whether columns are seen below zero', () => {
  const columns = (...amounts: string[][]) =>
    isSeenBelowZero(amounts.map(one => ({ amounts: one })));

  it('takes no notice of what is too small beside the others', () => {
    expect(columns(['50000.00', '49000.00'], ['0.00', '-120.00'])).toBe(false);
    expect(columns(['0.00'])).toBe(false);
    expect(columns()).toBe(false);
  });

  it('sees what is large beside them, also put together', () => {
    expect(columns(['50000.00', '100.00'], ['-300.00', '-600.00'])).toBe(true);
    expect(columns(['1000.00'], ['-6.00'], ['-5.00'])).toBe(true);
    expect(columns(['-1.00'])).toBe(true);
  });
});
