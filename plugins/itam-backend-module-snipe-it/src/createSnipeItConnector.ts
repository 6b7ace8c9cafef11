import {
  SourceHttp,
  type ItamConnector,
  type SourceHttpOptions,
} from '@backstage-itam/plugin-itam-node';
import type { SnipeItConfig } from './config/SnipeItConfig';
import { HardwareStream, LicenseStream } from './records/streams';

/** Reads assets and licences of an installation. */
export function createSnipeItConnector(
  config: SnipeItConfig,
  options: Partial<SourceHttpOptions> = {},
): ItamConnector {
  const { baseUrl, token } = config;
  const http = new SourceHttp({
    baseUrl,
    authorization: async () => `Bearer ${token}`,
    ...options,
  });
  return {
    id: 'snipe-it',
    title: 'Snipe-IT',
    settings: config.settings,
    streams: [
      new HardwareStream(http, config),
      new LicenseStream(http, config),
    ],
  };
}
