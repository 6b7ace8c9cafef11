import { useApi } from '@backstage/core-plugin-api';
import { ITAM_KINDS, type ItamKind } from '@backstage-itam/plugin-itam-common';
import { useEffect, useState } from 'react';
import { itamApiRef } from '../api';
import type { EntityOption } from '../catalog/useCatalogEntities';

const MOST = 20;
const TYPING_PAUSE_MS = 250;

/**
 * Records of some kinds that match a text, once typing pauses. Asked for only
 * while `wanted`; nothing when the register does not answer.
 */
export function useRecordOptions(
  kinds: readonly ItamKind[],
  text: string,
  wanted: boolean,
): EntityOption[] {
  const api = useApi(itamApiRef);
  const [found, setFound] = useState<EntityOption[]>([]);
  const asked = kinds.join(' ');
  const term = text.trim();
  useEffect(() => {
    if (!wanted || asked === '') {
      return undefined;
    }
    let current = true;
    const ask = async () => {
      const pages = await Promise.all(
        ITAM_KINDS.filter(kind => asked.split(' ').includes(kind)).map(kind =>
          api.listRecords({ kind, q: term || undefined, limit: MOST }),
        ),
      );
      return pages
        .flatMap(({ items }) => items)
        .map(({ ref, title }) => ({ id: ref, label: title }));
    };
    const pause = setTimeout(
      () =>
        ask().then(
          options => current && setFound(options),
          () => current && setFound([]),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [api, asked, term, wanted]);
  return found;
}
