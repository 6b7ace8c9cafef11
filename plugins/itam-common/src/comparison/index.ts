export * from './comparedLine';
export * from './comparedLineJson';
export * from './explainDifference';
export * from './quantityUnitMonths';
