import type { ConnectorSettings } from './ConnectorSettings';
import type { SourceStream } from './SourceRecord';

/**
 * Brings records from another tool into the register.
 *
 * @public
 */
export interface ItamConnector {
  /** Stable id: lower case letters, digits and dashes. */
  id: string;
  /** What people call the tool. */
  title: string;
  /** How it is run, from the configuration. */
  settings: ConnectorSettings;
  /**
   * What it lists, read in this order: what others point to comes first.
   */
  streams: readonly SourceStream[];
}
