export * from './failure';
export * from './useLoad';
export * from './useWrite';
