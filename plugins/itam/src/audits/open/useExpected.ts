import { useApi } from '@backstage/core-plugin-api';
import type { NewAudit } from '@backstage-itam/plugin-itam-common';
import { useEffect, useState } from 'react';
import { itamApiRef } from '../../api';
import { type Loaded, useLoad } from '../../loading';
import { type Expected, expectedRecords } from './expectedRecords';

const TYPING_PAUSE_MS = 300;

/**
 * How many records a scope has, asked once the typing pauses.
 */
export function useExpected(scope: NewAudit['scope']): Loaded<Expected> {
  const api = useApi(itamApiRef);
  const wanted = JSON.stringify(scope);
  const [settled, setSettled] = useState({ scope, key: wanted });
  useEffect(() => {
    const pause = setTimeout(
      () => setSettled({ scope, key: wanted }),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(pause);
    // The scope is what its text says.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  return useLoad(settled.key, () => expectedRecords(api, settled.scope));
}
