export * from './partOfCycle';
export * from './relationPairs';
export * from './relationsOf';
