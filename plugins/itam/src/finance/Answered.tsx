import type { ReactNode } from 'react';
import type { Loaded } from '../loading';
import { FailureMessage, Panel, SkeletonLines } from '../ui';

/**
 * What a page shows while its answer is on its way or has failed, in the
 * place of the panel it will fill; else what it makes of the answer.
 */
export function Answered<T>(props: {
  loaded: Loaded<T>;
  title: string;
  /** Heights of what will come, in pixels. */
  skeleton: readonly number[];
  forbidden: string;
  notFound?: string;
  /** Where else to go when it is not visible. */
  wayOn?: ReactNode;
  children(value: T, stale: boolean): ReactNode;
}) {
  const { loaded, title, skeleton, forbidden, notFound, wayOn, children } =
    props;
  if (loaded.state === 'loading') {
    return (
      <Panel title={title} busy>
        <SkeletonLines heights={skeleton} />
      </Panel>
    );
  }
  if (loaded.state === 'failed') {
    return (
      <Panel title={title}>
        <FailureMessage
          failure={loaded.failure}
          forbidden={forbidden}
          notFound={notFound}
          onRetry={loaded.retry}
        />
        {loaded.failure.kind === 'forbidden' && wayOn}
      </Panel>
    );
  }
  return children(loaded.value, loaded.stale);
}
