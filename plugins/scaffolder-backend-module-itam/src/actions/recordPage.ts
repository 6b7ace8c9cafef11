import type { RootConfigService } from '@backstage/backend-plugin-api';

const DEFAULT_PAGE_PATH = '/it-assets';

/** Path of a record's page in the portal. */
export function recordPage(config: RootConfigService, ref: string): string {
  const path = config.getOptionalString('itam.pagePath') ?? DEFAULT_PAGE_PATH;
  return `${path}/records/${ref.replace(':', '/')}`;
}
