import {
  barPercent,
  changeOf,
  compareAmounts,
  isZero,
  largestOf,
  sumOf,
} from './amounts';

describe('changeOf', () => {
  it('gives the difference and one decimal of percent', () => {
    expect(changeOf('100.00', '104.06', 'EUR')).toEqual({
      direction: 'up',
      difference: '4.06',
      percent: '4.1',
    });
    expect(changeOf('100.00', '50.00', 'EUR')).toEqual({
      direction: 'down',
      difference: '50.00',
      percent: '50.0',
    });
  });

  it('measures against the magnitude of a credit', () => {
    expect(changeOf('-100.00', '-50.00', 'EUR')).toEqual({
      direction: 'up',
      difference: '50.00',
      percent: '50.0',
    });
  });

  it('has no percent of nothing, and none that reads as zero', () => {
    expect(changeOf('0.00', '5.00', 'EUR')).toEqual({
      direction: 'up',
      difference: '5.00',
    });
    expect(changeOf('12476.06', '12480.22', 'EUR')).toEqual({
      direction: 'up',
      difference: '4.16',
    });
  });

  it('says when nothing changed', () => {
    expect(changeOf('5', '5', 'JPY')).toEqual({
      direction: 'same',
      difference: '0',
    });
  });

  it('refuses what is no amount', () => {
    expect(() => changeOf('x', '1.00', 'EUR')).toThrow('Not an amount');
  });
});

it('adds beyond what a number holds', () => {
  expect(sumOf(['9999999999999.99', '0.01', '-0.02'], 'EUR')).toBe(
    '9999999999999.98',
  );
});

it('orders amounts by value', () => {
  expect(compareAmounts('9.00', '10.00', 'EUR')).toBe(-1);
  expect(compareAmounts('-1.00', '-2.00', 'EUR')).toBe(1);
  expect(compareAmounts('2.0', '2.00', 'EUR')).toBe(0);
});

it('knows zero in every currency', () => {
  expect(['0', '0.00', '-0.00', '0.000'].every(isZero)).toBe(true);
  expect(isZero('0.01')).toBe(false);
});

it('draws bars against the largest magnitude', () => {
  const longest = largestOf(['10.00', '-40.00'], 'EUR');
  expect(longest).toBe('40.00');
  expect(barPercent('10.00', longest, 'EUR')).toBe(25);
  expect(barPercent('-40.00', longest, 'EUR')).toBe(100);
  expect(barPercent('0.00', '0.00', 'EUR')).toBe(0);
});
