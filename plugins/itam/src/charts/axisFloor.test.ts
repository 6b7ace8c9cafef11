import { axisFloor, axisTicks } from './axisFloor';

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

  it('is one of the figures at the axis, so that bars stand on it', () => {
    const floor = axisFloor(steps('9836.82', '3815.21', '-1465.94'));
    expect(floor).toBe(7000);
    const ticks = axisTicks(floor, 13652.03);
    expect(ticks[0]).toBe(7000);
    expect(ticks.at(-1)).toBe(14000);
  });
});
