import type { BillRow } from './cloudBills';

/** Services that rows of the bill are of. */
export const PAYMENTS = 'component:default/payments-api';
export const WEB = 'component:default/web';

/** The tags of a row that is of the payments. */
export const TAGGED = '{"service": "payments-api"}';

/** Sums with more digits than cents have: 10.00000012 and 9.9950003. */
export const SEPTEMBER: BillRow[] = [
  { BilledCost: '1.00333', EffectiveCost: '1.00333', Tags: TAGGED },
  { BilledCost: '2.00333', EffectiveCost: '2.00333', Tags: TAGGED },
  { BilledCost: '3.00333', EffectiveCost: '2.9983301', SubAccountId: '777' },
  { BilledCost: '3.99001012', EffectiveCost: '3.9900102' },
  // A credit, and rows that cost nothing.
  { BilledCost: '-0.00000', EffectiveCost: '0', ChargeCategory: 'Credit' },
  { BilledCost: '0.0000', EffectiveCost: '0.0', ServiceName: 'Free tier' },
];
