/**
 * The backend plugin of the ITAM register.
 *
 * @packageDocumentation
 */
export { itamPlugin as default } from './plugin';
