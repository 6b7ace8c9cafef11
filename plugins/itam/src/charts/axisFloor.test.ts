import { axisFloor } from './axisFloor';

const steps = (first: string, ...changes: string[]) => [
  { key: 'a', title: 'a', text: '', kind: 'total' as const, amount: first },
  ...changes.map((amount, index) => ({
    key: String(index),
    title: String(index),
    text: '',
    kind: 'change' as const,
    amount,
  })),
];

describe('where the axis of a waterfall starts', () => {
  it('is zero when the steps can be seen from there', () => {
    expect(axisFloor(steps('1000.00', '1500.00'))).toBe(0);
    expect(axisFloor(steps('0.00', '10.00'))).toBe(0);
    expect(axisFloor(steps('-500.00', '10.00'))).toBe(0);
    expect(axisFloor(steps('1000.00'))).toBe(0);
  });

  it('is a round figure below all levels when they lie close together', () => {
    expect(axisFloor(steps('13456.06', '612.50', '-980.00'))).toBe(12500);
    expect(axisFloor(steps('100.00', '0.50'))).toBe(99.7);
  });
});
