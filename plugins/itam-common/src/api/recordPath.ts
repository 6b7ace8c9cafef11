import { parseEntityRef } from '@backstage/catalog-model';

/** Where the register answers for the record of a ref. */
export function recordPath(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  const path = [kind, namespace, name].map(encodeURIComponent).join('/');
  return `/records/${path}`;
}
