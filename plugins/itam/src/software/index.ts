export { SoftwarePanel } from './SoftwarePanel';
