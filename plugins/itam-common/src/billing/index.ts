export * from './exactDecimal';
export * from './focusColumns';
export * from './focusTags';
export * from './chargeCategories';
export * from './focusCharge';
export * from './billingTarget';
export * from './roundBilled';
