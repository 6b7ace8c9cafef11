/**
 * Commands for operators of the register.
 *
 * @packageDocumentation
 */
export { runRegisterCommand, type CommandOutput } from './runRegisterCommand';
