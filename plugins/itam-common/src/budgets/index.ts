export * from './budgetStatus';
export * from './fiscalYearMonths';
export * from './plannedMonths';
