/**
 * What tests of connectors need: the register itself, running on a database
 * of their own.
 *
 * @packageDocumentation
 */
export {
  runningRegister,
  type ConnectorUnderTest,
  type RunningRegister,
} from './runningRegister';
