export * from './cpeProduct';
export * from './judgeLicense';
export * from './productComponent';
export * from './softwareRules';
