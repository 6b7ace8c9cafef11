/**
 * What a charge is for, as FOCUS names it.
 * @public
 */
export const CHARGE_CATEGORIES = [
  'Usage',
  'Purchase',
  'Tax',
  'Credit',
  'Adjustment',
] as const;

/**
 * What a charge is for, as FOCUS names it.
 * @public
 */
export type ChargeCategory = (typeof CHARGE_CATEGORIES)[number];
