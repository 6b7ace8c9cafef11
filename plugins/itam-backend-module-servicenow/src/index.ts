/**
 * Brings records from ServiceNow into the ITAM register.
 *
 * @packageDocumentation
 */
export { itamModuleServiceNow as default } from './module';
