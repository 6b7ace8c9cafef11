import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/**
 * A page or a part of one that is loaded when it is shown; what it stands in
 * shows something in its place meanwhile.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load() }));
}
