import type { ReactNode } from 'react';
import styles from './Message.module.css';

/**
 * What a panel says instead of its content: why, and what to do.
 */
export function Message(props: {
  icon: ReactNode;
  title: string;
  text?: string;
  code?: string;
  action?: ReactNode;
  role?: 'alert' | 'status';
}) {
  const { icon, title, text, code, action, role } = props;
  return (
    <div className={styles.message} role={role}>
      <p className={styles.title}>
        <span aria-hidden="true">{icon}</span>
        {title}
      </p>
      {text && <p className={styles.text}>{text}</p>}
      {code && (
        // Scrolls sideways on narrow screens, so the keyboard must reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={styles.code} tabIndex={0}>
          {code}
        </pre>
      )}
      {action}
    </div>
  );
}
