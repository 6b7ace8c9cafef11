import type { ReactNode } from 'react';
import type { Loaded } from '../loading';
import { FailureMessage, SkeletonLines, Surface } from '../ui';

/**
 * What a widget shows while its answer is on its way, why there is none, else
 * what it makes of the answer.
 */
export function HomeContent<T>(props: {
  loaded: Loaded<T>;
  forbidden: string;
  children(value: T): ReactNode;
}) {
  const { loaded, forbidden, children } = props;
  return (
    <Surface busy={loaded.state === 'loading'}>
      {loaded.state === 'loading' && <SkeletonLines heights={[24, 24, 24]} />}
      {loaded.state === 'failed' && (
        <FailureMessage
          failure={loaded.failure}
          forbidden={forbidden}
          onRetry={loaded.retry}
        />
      )}
      {loaded.state === 'ready' && children(loaded.value)}
    </Surface>
  );
}
