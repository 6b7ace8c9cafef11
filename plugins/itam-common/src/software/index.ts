export * from './judgeLicense';
export * from './softwareRules';
