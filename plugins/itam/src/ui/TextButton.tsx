import { Button, type ButtonProps } from '@backstage/ui';
import styles from './TextButton.module.css';

/**
 * A quiet button that stands flush with the text around it.
 */
export function TextButton(props: Omit<ButtonProps, 'variant' | 'className'>) {
  return <Button {...props} variant="tertiary" className={styles.button} />;
}
