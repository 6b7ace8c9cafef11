export * from './failure';
export * from './useLoad';
