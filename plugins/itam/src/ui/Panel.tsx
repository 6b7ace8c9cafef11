import { Card, CardBody, CardHeader } from '@backstage/ui';
import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

/**
 * A titled card. `busy` says that it waits for its content; `stale` dims the
 * content while newer figures are on their way.
 */
export function Panel(props: {
  title: string;
  actions?: ReactNode;
  busy?: boolean;
  stale?: boolean;
  children: ReactNode;
}) {
  const { title, actions, busy = false, stale = false, children } = props;
  const id = useId();
  return (
    <Card
      role="region"
      data-itam="panel"
      className={styles.panel}
      aria-labelledby={id}
      aria-busy={busy || stale}
      data-stale={stale || undefined}
    >
      <CardHeader>
        <div className={styles.header}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      </CardHeader>
      <CardBody>
        <div className={styles.body}>{children}</div>
      </CardBody>
    </Card>
  );
}
