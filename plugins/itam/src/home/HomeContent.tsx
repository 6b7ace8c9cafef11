import type { ReactNode } from 'react';
import type { Loaded } from '../loading';
import { FailureMessage, SkeletonLines } from '../ui';
import panel from '../ui/Panel.module.css';
import styles from './Home.module.css';

/**
 * What a widget shows in the host's card, with the type and colours of our
 * panels: that its answer is on its way, why there is none, else what it makes
 * of the answer.
 */
export function HomeContent<T>(props: {
  loaded: Loaded<T>;
  forbidden: string;
  children(value: T): ReactNode;
}) {
  const { loaded, forbidden, children } = props;
  return (
    <div
      className={`${panel.panel} ${panel.body} ${styles.content}`}
      data-itam="widget"
      aria-busy={loaded.state === 'loading'}
    >
      {loaded.state === 'loading' && <SkeletonLines heights={[24, 24, 24]} />}
      {loaded.state === 'failed' && (
        <FailureMessage
          failure={loaded.failure}
          forbidden={forbidden}
          onRetry={loaded.retry}
        />
      )}
      {loaded.state === 'ready' && children(loaded.value)}
    </div>
  );
}
