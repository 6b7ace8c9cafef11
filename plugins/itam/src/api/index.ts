export { itamApiRef } from './itamApiRef';
