/**
 * The rules of IT asset management as pure functions: no database, no
 * network, no clock.
 *
 * @packageDocumentation
 */
export * from './values';
export * from './entities';
export * from './lifecycle';
export * from './allocation';
export * from './depreciation';
export * from './contracts';
export * from './licensing';
export * from './cost';
export * from './deadlines';
export * from './forecast';
export * from './comparison';
export * from './costInsights';
export * from './budgets';
export * from './registration';
export * from './publication';
export * from './imports';
export * from './billing';
export * from './policies';
export * from './software';
export * from './api';
export * from './permissions';
export * from './errors';
