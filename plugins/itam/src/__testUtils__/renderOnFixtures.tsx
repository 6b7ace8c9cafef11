import type { Entity } from '@backstage/catalog-model';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { JsonObject } from '@backstage/types';
import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { itamApiRef } from '../api';
import { fixtureApi } from '../fixtures';
import { rootRouteRef } from '../routes';

/** What analytics were told since the last rendering. */
let analytics = mockApis.analytics();

/** The tasks that analytics were told of since the last rendering. */
export function toldTasks() {
  return analytics
    .getEvents()
    .filter(({ action }) => action.startsWith('itam-'))
    .map(({ action, subject, value, attributes }) => ({
      action,
      subject,
      ...(value === undefined ? {} : { value }),
      ...(attributes === undefined ? {} : { attributes }),
    }));
}

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
    /** Entities the catalog has. */
    catalog?: Entity[];
    /** What the portal is configured with. */
    config?: JsonObject;
  } = {},
) {
  const { entity, address = '/', api, mountPath, ownership = [] } = options;
  const { catalog, config } = options;
  const page = (
    <>
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
      <Address />
    </>
  );
  const app = {
    config,
    initialRouteEntries: [address],
    mountPath,
    mountedRoutes: {
      '/it-assets': convertLegacyRouteRef(rootRouteRef),
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  };
  const register = [itamApiRef, fixtureApi(api)] as const;
  const identity = mockApis.identity({ ownershipEntityRefs: ownership });
  const storage = mockApis.storage();
  analytics = mockApis.analytics();
  const discovery = mockApis.discovery({ baseUrl: 'http://localhost:7007' });
  return catalog
    ? renderInTestApp(page, {
        ...app,
        apis: [
          register,
          identity,
          discovery,
          storage,
          analytics,
          catalogApiMock({ entities: catalog }),
        ],
      })
    : renderInTestApp(page, {
        ...app,
        apis: [register, identity, discovery, storage, analytics],
      });
}

function Address() {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{`${pathname}${search}`}</div>;
}
