export * from './chargeAccruals';
export * from './chargeDueAmounts';
