export { insecureRegisterSecret, insecureSettings } from './insecureSettings';
export { readRegisterConfig } from './readRegisterConfig';
export { refuseInsecureStart } from './refuseInsecureStart';
export type { RegisterConfig } from './registerConfig';
