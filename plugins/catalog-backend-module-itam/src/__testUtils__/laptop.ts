import type { Entity } from '@backstage/catalog-model';

/** A laptop, as it is published. */
export function laptop(name: string, model = 'First'): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Asset',
    metadata: { name },
    spec: { model },
  };
}

/** The ref of a laptop. */
export const refOf = (name: string) => `asset:default/${name}`;
