import {
  type AnyRouteRefParams,
  type RouteFunc,
  type RouteRef,
  type SubRouteRef,
  useRouteRef,
} from '@backstage/core-plugin-api';

/**
 * The path maker of a route; undefined in a portal that has not mounted the
 * page, where the hook throws after all of its own hooks have run.
 */
export function useOptionalRoute<Params extends AnyRouteRefParams>(
  ref: RouteRef<Params> | SubRouteRef<Params>,
): RouteFunc<Params> | undefined {
  try {
    return useRouteRef(ref);
  } catch {
    return undefined;
  }
}
