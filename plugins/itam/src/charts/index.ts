export * from './CostChart';
export * from './CumulativeChart';
export * from './series';
export * from './TrendColumns';
export * from './WaterfallChart';
