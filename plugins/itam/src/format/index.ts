export * from './dates';
export * from './decimalText';
export * from './money';
export * from './months';
export * from './percent';
export * from './useFormat';
export * from './useLocale';
