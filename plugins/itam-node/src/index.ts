/**
 * Permission rules of the ITAM register, for permission policies and for
 * other backend modules, and the contracts of connectors and ticket sources.
 *
 * @packageDocumentation
 */
export * from './records';
export * from './connectors';
export * from './costNodes';
export * from './tickets';
