export * from './costView';
export * from './financeView';
export * from './pagedAddress';
export * from './periods';
export * from './quarters';
export * from './ranges';
export * from './useCostView';
export * from './useFinanceView';
