/** Basis points as percent in decimal text: 6000 is `60`, 3333 is `33.33`. */
export function percentText(basisPoints: number): string {
  const whole = Math.floor(basisPoints / 100);
  const hundredths = basisPoints % 100;
  return hundredths === 0
    ? String(whole)
    : `${whole}.${String(hundredths).padStart(2, '0')}`.replace(/0$/, '');
}
