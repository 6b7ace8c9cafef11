import { importsRouteRef } from '../routes';
import { useOptionalRoute } from '../ui';

/** Where the section is mounted in portals that do not say otherwise. */
const DEFAULT_PATH = '/it-assets/import';

/**
 * Finds the pages of imports.
 */
export function useImportPaths(): {
  all: string;
  /** Bills of clouds. */
  bills: string;
  /** Tools that records come from. */
  tools: string;
  one(id: string): string;
} {
  const base = useOptionalRoute(importsRouteRef)?.() ?? DEFAULT_PATH;
  return {
    all: base,
    bills: `${base}/cloud-bills`,
    tools: `${base}/tools`,
    one: id => `${base}/${encodeURIComponent(id)}`,
  };
}
