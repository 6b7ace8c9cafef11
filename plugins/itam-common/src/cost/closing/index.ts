export * from './splitAtClosing';
export * from './withClosedMonths';
