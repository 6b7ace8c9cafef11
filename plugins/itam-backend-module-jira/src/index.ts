/**
 * Brings objects of Assets of Jira Service Management into the ITAM register,
 * and shows tickets with assets, services and teams.
 *
 * @packageDocumentation
 */
export { itamModuleJira as default } from './module';
