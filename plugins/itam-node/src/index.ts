/**
 * Permission rules of the ITAM register, for permission policies and for
 * other backend modules.
 *
 * @packageDocumentation
 */
export * from './records';
export * from './costNodes';
