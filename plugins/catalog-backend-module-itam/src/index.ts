/**
 * The kinds Asset, License and Contract in the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleItam as default } from './module';
