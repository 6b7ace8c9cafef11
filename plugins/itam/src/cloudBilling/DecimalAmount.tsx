import { useFormat } from '../format';
import styles from './CloudBilling.module.css';

/** A sum with all its digits, and its currency. */
export function DecimalAmount(props: { amount: string; of: string }) {
  const { amount, of } = props;
  const format = useFormat();
  return <span className={styles.exact}>{format.money(amount, of)}</span>;
}
