import { parseEntityRef } from '@backstage/catalog-model';

/** Where a record is found in the API. */
export function recordPath(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  const path = [kind, namespace, name].map(encodeURIComponent).join('/');
  return `/records/${path}`;
}
