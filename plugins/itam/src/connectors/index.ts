export { ConnectorsPage } from './ConnectorsPage';
export { RecordSourcesPanel } from './RecordSourcesPanel';
