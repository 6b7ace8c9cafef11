import { isZero } from '../cost/amounts';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import styles from './Chart.module.css';
import type { ChartSeries } from './series';
import { swatchStyle } from './swatch';

/** The exact figures of the month under the pointer. */
export function ChartTooltip(props: {
  month: string;
  months: readonly string[];
  series: readonly ChartSeries[];
  totals: readonly string[];
  currency: string;
}) {
  const { month, months, series, totals, currency } = props;
  const t = useTexts();
  const format = useFormat();
  const index = months.indexOf(month);
  if (index < 0) {
    return null;
  }
  return (
    <div className={styles.tooltip}>
      <strong>{format.month(month)}</strong>
      <table>
        <tbody>
          {series
            .filter(one => !isZero(one.amounts[index]))
            .map(one => (
              <tr key={one.key}>
                <td>
                  <span className={styles.swatch} style={swatchStyle(one)} />
                  {one.title}
                </td>
                <td className={styles.amount}>
                  {format.money(one.amounts[index], currency)}
                </td>
              </tr>
            ))}
          <tr className={styles.total}>
            <td>{t('common.total')}</td>
            <td className={styles.amount}>
              {format.money(totals[index], currency)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
