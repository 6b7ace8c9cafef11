import type {
  ImportPage,
  ItamImportsApi,
} from '@backstage-itam/plugin-itam-common';

/** Imports on a page of the list. */
export const IMPORTS_ON_A_PAGE = 10;

/**
 * A page of the reader's imports with what their rows do. The register counts
 * rows of one import at a time only; one that is gone by then is as the list
 * has it.
 */
export async function listWithCounts(
  api: ItamImportsApi,
  cursor: string | undefined,
): Promise<ImportPage> {
  const page = await api.list({ limit: IMPORTS_ON_A_PAGE, cursor });
  const items = await Promise.all(
    page.items.map(item => api.get(item.id).catch(() => item)),
  );
  return { ...page, items };
}
