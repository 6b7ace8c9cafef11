import { parseEntityRef } from '@backstage/catalog-model';

export function recordPath(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  const path = [kind, namespace, name].map(encodeURIComponent).join('/');
  return `/records/${path}`;
}
