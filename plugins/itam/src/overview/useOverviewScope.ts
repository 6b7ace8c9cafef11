import {
  identityApiRef,
  useApi,
  useApiHolder,
} from '@backstage/core-plugin-api';
import { itamApiRef } from '../api';
import { type Loaded, useLoad } from '../loading';
import { loadScope, type OverviewScope } from './overviewScope';

/**
 * What the overview is of, decided by what the register answers.
 */
export function useOverviewScope(
  wanted: string | undefined,
): Loaded<OverviewScope> {
  const api = useApi(itamApiRef);
  const identity = useApiHolder().get(identityApiRef);
  return useLoad(`overview ${wanted}`, () =>
    loadScope(
      api,
      async () => {
        const { ownershipEntityRefs = [] } =
          (await identity?.getBackstageIdentity()) ?? {};
        return ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
      },
      wanted,
    ),
  );
}
