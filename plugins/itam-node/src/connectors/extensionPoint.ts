import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ItamConnector } from './ItamConnector';

/**
 * Takes connectors, which bring records from other tools into the register.
 *
 * @public
 */
export interface ItamConnectorsExtensionPoint {
  /** Adds a connector. Throws when another one has its id. */
  addConnector(connector: ItamConnector): void;
}

/**
 * Where modules of the plugin `itam` add connectors.
 *
 * @public
 */
export const itamConnectorsExtensionPoint =
  createExtensionPoint<ItamConnectorsExtensionPoint>({
    id: 'itam.connectors',
  });
