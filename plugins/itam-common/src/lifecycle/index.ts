export * from './requirements';
export * from './stages';
export * from './transitions';
