/**
 * Shows tickets of Jira Service Management with assets, services and teams of
 * the ITAM register.
 *
 * @packageDocumentation
 */
export { itamModuleJira as default } from './module';
