import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/**
 * The IT Assets section.
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'itam' });

/**
 * The register's list.
 * @public
 */
export const registerRouteRef = createSubRouteRef({
  id: 'itam/register',
  parent: rootRouteRef,
  path: '/records',
});

/**
 * The page of one record; kind, namespace and name in lower case.
 * @public
 */
export const recordRouteRef = createSubRouteRef({
  id: 'itam/record',
  parent: rootRouteRef,
  path: '/records/:kind/:namespace/:name',
});

/**
 * Health of the register.
 * @public
 */
export const healthRouteRef = createSubRouteRef({
  id: 'itam/health',
  parent: rootRouteRef,
  path: '/health',
});
