export * from './failure';
export * from './useLoad';
export * from './usePolled';
export * from './useWrite';
