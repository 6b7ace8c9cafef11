import { useFormat } from '../format';
import styles from './CloudBilling.module.css';

/** A sum with all its digits, and its currency. */
export function DecimalAmount(props: { amount: string; of: string }) {
  const { amount, of } = props;
  const { locale } = useFormat();
  return (
    <span className={styles.exact}>
      {amount.replace('.', decimalPointOf(locale))} {of}
    </span>
  );
}

/** What separates decimals where the reader is. */
function decimalPointOf(locale: string): string {
  return (
    new Intl.NumberFormat(locale)
      .formatToParts(1.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.'
  );
}
