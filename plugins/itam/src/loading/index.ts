export * from './failure';
export * from './fieldProblems';
export * from './inParallel';
export * from './useLoad';
export * from './usePolled';
export * from './useWrite';
