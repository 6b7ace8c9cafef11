import type { Entity } from '@backstage/catalog-model';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { itamApiRef } from '../api';
import { fixtureApi } from '../fixtures';
import { rootRouteRef } from '../routes';

/**
 * Renders in a new-system app whose register answers from fixtures; the
 * address can be read from the element with test id `address`.
 */
export function renderOnFixtures(
  element: ReactElement,
  options: {
    entity?: Entity;
    address?: string;
    api?: Partial<ItamApi>;
    mountPath?: string;
    /** Refs the reader acts as, besides being a guest. */
    ownership?: string[];
  } = {},
) {
  const { entity, address = '/', api, mountPath, ownership = [] } = options;
  return renderInTestApp(
    <>
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
      <Address />
    </>,
    {
      apis: [
        [itamApiRef, fixtureApi(api)],
        mockApis.identity({ ownershipEntityRefs: ownership }),
        mockApis.storage(),
      ],
      initialRouteEntries: [address],
      mountPath,
      mountedRoutes: {
        '/it-assets': convertLegacyRouteRef(rootRouteRef),
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{`${pathname}${search}`}</div>;
}
