export { readRegisterConfig } from './readRegisterConfig';
export type { RegisterConfig } from './registerConfig';
