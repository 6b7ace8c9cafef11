export * from './allocate';
export * from './shares';
export * from './slices';
