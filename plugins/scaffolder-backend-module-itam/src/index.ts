/**
 * Actions of the scaffolder for the ITAM register.
 *
 * @packageDocumentation
 */
export { scaffolderModuleItam as default } from './module';
