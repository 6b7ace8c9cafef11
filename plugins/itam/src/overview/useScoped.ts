import { type Loaded, useLoad } from '../loading';
import { ownerOf, type OverviewScope } from './overviewScope';

/**
 * Asks once it is known what the overview is of. Where no cost is visible at
 * all, lists are not narrowed: they hold what the reader may see.
 */
export function useScoped<T>(
  scope: Loaded<OverviewScope>,
  name: string,
  ask: (owner: string | undefined) => Promise<T>,
): Loaded<T> {
  const owner = ownerOfLoaded(scope);
  return useLoad(
    scope.state === 'loading' ? 'waiting' : `${name} ${owner}`,
    () =>
      scope.state === 'loading' ? new Promise<never>(() => {}) : ask(owner),
  );
}

/** The owner that lists are narrowed to, when there is one. */
export function ownerOfLoaded(
  scope: Loaded<OverviewScope>,
): string | undefined {
  return scope.state === 'ready' ? ownerOf(scope.value) : undefined;
}
