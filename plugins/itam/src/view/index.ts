export * from './costView';
export * from './ranges';
export * from './useCostView';
