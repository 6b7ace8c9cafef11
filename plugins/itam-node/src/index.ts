/**
 * Permission rules of the ITAM register, for permission policies and for
 * other backend modules, and the contract of connectors.
 *
 * @packageDocumentation
 */
export * from './records';
export * from './connectors';
export * from './costNodes';
