import { useApi } from '@backstage/core-plugin-api';
import type { CostAnswer, CostQuery } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { type Loaded, useLoad } from '../loading';

/**
 * Answers to several cost questions, in the order asked; they arrive or fail
 * together.
 */
export function useCosts(queries: readonly CostQuery[]): Loaded<CostAnswer[]> {
  const api = useApi(itamApiRef);
  return useLoad(JSON.stringify(queries), () =>
    Promise.all(queries.map(query => api.getCosts(query))),
  );
}
