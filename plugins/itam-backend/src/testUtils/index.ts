/**
 * What tests of connectors need: the register itself, running on a database
 * of their own, and a server that stands for the other tool.
 *
 * @packageDocumentation
 */
export { LoopbackServer, send, type Interference } from './LoopbackServer';
export {
  runningRegister,
  type ConnectorUnderTest,
  type RunningRegister,
} from './runningRegister';
