import { useApi } from '@backstage/core-plugin-api';
import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../api';
import type { Found } from './found';
import { useSearched } from './useSearched';

const MOST = 20;

/**
 * Records of some kinds that match a text; asked for only while `wanted`.
 */
export function useRecordOptions(
  kinds: readonly ItamKind[],
  text: string,
  wanted: boolean,
): Found {
  const api = useApi(itamApiRef);
  const term = text.trim();
  return useSearched(
    wanted && kinds.length > 0 ? JSON.stringify([kinds, term]) : undefined,
    async () => {
      const pages = await Promise.all(
        kinds.map(kind =>
          api.listRecords({ kind, q: term || undefined, limit: MOST }),
        ),
      );
      return pages
        .flatMap(({ items }) => items)
        .map(({ ref, title }) => ({ id: ref, label: title }));
    },
  );
}
