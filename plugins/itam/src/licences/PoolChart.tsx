import type { LicensePositionRange } from '@backstage-itam/plugin-itam-common';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import styles from '../charts/Chart.module.css';
import { useFormat } from '../format';
import { useTexts } from '../translation';

/**
 * Entitled as steps, use and assignment as lines over months; what was not
 * measured is a gap.
 */
export default function PoolChart(props: {
  months: readonly LicensePositionRange['months'][number][];
  withAssigned: boolean;
  height: number;
}) {
  const { months, withAssigned, height } = props;
  const t = useTexts();
  const format = useFormat();
  const tick = { fill: 'var(--itam-fg-secondary)', fontSize: 12 };
  const line = {
    connectNulls: false,
    isAnimationActive: false,
    strokeWidth: 2,
  } as const;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart
        data={[...months]}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--itam-rule)" />
        <XAxis
          dataKey="month"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--itam-rule)' }}
          tickFormatter={month => format.month(String(month))}
          minTickGap={20}
          padding={{ left: 12, right: 12 }}
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={48}
          domain={[0, 'auto']}
          allowDecimals={false}
          tickFormatter={value => format.count(Number(value))}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--itam-rule)' }}
          content={({ active, label }) => {
            const month = active
              ? months.find(one => one.month === label)
              : undefined;
            if (!month) {
              return null;
            }
            const lines: [string, number | null][] = [
              [t('licences.pool.entitled'), month.entitled],
              [t('licences.pool.consumed'), month.consumed],
              [t('licences.pool.assigned'), month.assigned],
              [t('licences.pool.balance'), month.balance],
            ];
            return (
              <div className={styles.tooltip}>
                <strong>{format.month(month.month)}</strong>
                <table>
                  <tbody>
                    {lines.map(([name, value]) => (
                      <tr key={name}>
                        <td>{name}</td>
                        <td className={styles.amount}>
                          {value === null
                            ? t('licences.unknown')
                            : format.count(value)}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            );
          }}
        />
        <Line
          {...line}
          type="stepAfter"
          dataKey="entitled"
          stroke="var(--itam-fg-secondary)"
          dot={false}
        />
        {withAssigned && (
          <Line
            {...line}
            type="linear"
            dataKey="assigned"
            stroke="var(--itam-series-3)"
            strokeDasharray="4 3"
            dot={false}
          />
        )}
        <Line
          {...line}
          type="linear"
          dataKey="consumed"
          stroke="var(--itam-series-1)"
          dot={{ r: 3, fill: 'var(--itam-series-1)', strokeWidth: 0 }}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
