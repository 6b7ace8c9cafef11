import { importsRouteRef } from '../routes';
import { useOptionalRoute } from '../ui';

/** Where the section is mounted in portals that do not say otherwise. */
const DEFAULT_PATH = '/it-assets/import';

/**
 * Finds the pages of imports.
 */
export function useImportPaths(): {
  all: string;
  one(id: string): string;
} {
  const base = useOptionalRoute(importsRouteRef)?.() ?? DEFAULT_PATH;
  return {
    all: base,
    one: id => `${base}/${encodeURIComponent(id)}`,
  };
}
