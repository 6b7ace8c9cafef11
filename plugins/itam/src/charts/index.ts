export * from './CostChart';
export * from './series';
export * from './TrendColumns';
