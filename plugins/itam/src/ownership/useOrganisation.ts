import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { type Loaded, useLoad } from '../loading';
import { organisationOf, type Unit } from './organisation';

/**
 * The groups of the catalog as the reader may see them, as trees.
 */
export function useOrganisation(): Loaded<Unit[]> {
  const catalog = useApi(catalogApiRef);
  return useLoad('organisation', async () => {
    const { items } = await catalog.getEntities({
      filter: { kind: 'Group' },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile.displayName',
        'spec.parent',
        'relations',
      ],
    });
    return organisationOf(items);
  });
}
