/**
 * Brings records from Snipe-IT into the ITAM register.
 *
 * @packageDocumentation
 */
export { itamModuleSnipeIt as default } from './module';
