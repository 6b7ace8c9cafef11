import type { ReactNode } from 'react';
import type { Loaded } from '../loading';
import { FailureMessage } from './FailureMessage';
import { Panel } from './Panel';
import { SkeletonLines } from './SkeletonLines';

/**
 * A panel that loads on its own: placeholders while its answer is on its way,
 * why there is none, else what it makes of the answer.
 */
export function LoadedPanel<T>(props: {
  title: string;
  loaded: Loaded<T>;
  /** Heights of what will come, in pixels. */
  skeleton: readonly number[];
  forbidden: string;
  notFound?: string;
  /** Where else to go when it is not visible. */
  wayOn?: ReactNode;
  actions?: ReactNode;
  children(value: T): ReactNode;
}) {
  const { title, loaded, skeleton, forbidden, notFound, wayOn } = props;
  return (
    <Panel
      title={title}
      busy={loaded.state === 'loading'}
      stale={loaded.state === 'ready' && loaded.stale}
      actions={loaded.state === 'ready' && props.actions}
    >
      {loaded.state === 'loading' && <SkeletonLines heights={skeleton} />}
      {loaded.state === 'failed' && (
        <>
          <FailureMessage
            failure={loaded.failure}
            forbidden={forbidden}
            notFound={notFound}
            onRetry={loaded.retry}
          />
          {loaded.failure.kind === 'forbidden' && wayOn}
        </>
      )}
      {loaded.state === 'ready' && props.children(loaded.value)}
    </Panel>
  );
}
