import { VisuallyHidden } from '@backstage/ui';
import { barPercent, largestOf } from '../cost/amounts';
import { useFormat } from '../format';
import styles from './Columns.module.css';

/**
 * Small columns by month, drawn without a chart library; the figures follow
 * as a table for screen readers.
 */
export function TrendColumns(props: {
  label: string;
  months: readonly string[];
  amounts: readonly string[];
  currency: string;
  currentMonth: string;
}) {
  const { label, months, amounts, currency, currentMonth } = props;
  const format = useFormat();
  const longest = largestOf(amounts, currency);
  const classOf = (month: string, index: number) => {
    if (month > currentMonth) {
      return `${styles.bar} ${styles.forecast}`;
    }
    return index === months.length - 1
      ? `${styles.bar} ${styles.current}`
      : styles.bar;
  };
  return (
    <div>
      <div className={styles.columns} aria-hidden="true">
        {months.map((month, index) => (
          <div
            key={month}
            className={styles.slot}
            title={`${format.month(month)}: ${format.money(
              amounts[index],
              currency,
            )}`}
          >
            <div
              className={classOf(month, index)}
              style={{
                height: `${barPercent(amounts[index], longest, currency)}%`,
              }}
            />
          </div>
        ))}
      </div>
      <div className={styles.axis} aria-hidden="true">
        <span>{format.month(months[0])}</span>
        <span>{format.month(months[months.length - 1])}</span>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{label}</caption>
          <tbody>
            {months.map((month, index) => (
              <tr key={month}>
                <th scope="row">{format.month(month)}</th>
                <td>{format.money(amounts[index], currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </div>
  );
}
