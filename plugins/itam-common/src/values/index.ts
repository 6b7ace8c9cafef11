export * from './accrual';
export * from './currency';
export * from './interval';
export * from './money';
export * from './month';
export * from './plainDate';
export * from './ratio';
export * from './rounding';
