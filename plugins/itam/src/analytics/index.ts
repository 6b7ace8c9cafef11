export { useTaskEvents } from './useTaskEvents';
