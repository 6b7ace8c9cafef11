export * from './errors';
export * from './types';
export { depreciate } from './depreciate';
export { costOf, depreciationRuleOf, depreciationStart } from './rule';
export * from './schedule';
export * from './schedulePeriods';
export * from './rollForward';
export * from './disposalResult';
