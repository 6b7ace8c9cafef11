import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../format';
import styles from './Chart.module.css';
import type { CumulativePoint } from './CumulativeChart';

/**
 * What is spent up to each month against what was planned. Heights are drawn
 * from numbers; what is read comes from the decimal texts.
 */
export default function CumulativeLines(props: {
  points: readonly CumulativePoint[];
  /** Decimal text of the whole plan. */
  limit: string;
  currency: string;
  currentMonth: string;
  titles: { planned: string; actual: string; forecast: string };
  height: number;
}) {
  const { points, limit, currency, currentMonth, titles, height } = props;
  const format = useFormat();
  const data = points.map(point => ({
    month: point.month,
    planned: Number(point.planned),
    actual: point.month <= currentMonth ? Number(point.cumulative) : undefined,
    // Starts where the actual line ends, so that the two meet.
    forecast:
      point.month >= currentMonth ? Number(point.cumulative) : undefined,
  }));
  const tick = { fill: 'var(--itam-fg-secondary)', fontSize: 12 };
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={data}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--itam-rule)" />
        <XAxis
          dataKey="month"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--itam-rule)' }}
          tickFormatter={month => format.month(String(month))}
          minTickGap={16}
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={64}
          domain={[0, 'auto']}
          tickFormatter={value => format.moneyCompact(Number(value), currency)}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label }) => {
            const point = active
              ? points.find(one => one.month === label)
              : undefined;
            return point ? (
              <div className={styles.tooltip}>
                <strong>{format.month(point.month)}</strong>
                <table>
                  <tbody>
                    <tr>
                      <td>
                        {point.month <= currentMonth
                          ? titles.actual
                          : titles.forecast}
                      </td>
                      <td className={styles.amount}>
                        {format.money(point.cumulative, currency)}
                      </td>
                    </tr>
                    <tr>
                      <td>{titles.planned}</td>
                      <td className={styles.amount}>
                        {format.money(point.planned, currency)}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </div>
            ) : null;
          }}
        />
        <ReferenceLine y={Number(limit)} stroke="var(--itam-series-3)" />
        <Area
          dataKey="actual"
          type="linear"
          stroke="var(--itam-series-1)"
          strokeWidth={2}
          fill="var(--itam-series-1)"
          fillOpacity={0.15}
          isAnimationActive={false}
        />
        <Line
          dataKey="forecast"
          type="linear"
          stroke="var(--itam-series-1)"
          strokeWidth={2}
          strokeDasharray="6 4"
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="planned"
          type="linear"
          stroke="var(--itam-fg-secondary)"
          strokeWidth={1.5}
          strokeDasharray="2 3"
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
