import { monthFromText, monthText } from '@backstage-itam/plugin-itam-common';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../format';
import styles from './Chart.module.css';

/**
 * Book value by month. The height is drawn from numbers; the figure under the
 * pointer comes from the decimal text.
 */
export default function BookValueChart(props: {
  points: readonly { month: string; book: string }[];
  currency: string;
  height: number;
}) {
  const { points, currency, height } = props;
  const format = useFormat();
  const tick = { fill: 'var(--itam-fg-secondary)', fontSize: 12 };
  const data = points.map(point => ({
    at: monthFromText(point.month),
    height: Number(point.book),
    book: point.book,
  }));
  const bookAt = (at: number) => data.find(one => one.at === at)?.book;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <AreaChart
        data={data}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--itam-rule)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={['dataMin', 'dataMax']}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--itam-rule)' }}
          tickFormatter={at => format.month(monthText(Number(at)))}
          minTickGap={24}
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
            const book = active ? bookAt(Number(label)) : undefined;
            return book === undefined ? null : (
              <div className={styles.tooltip}>
                <strong>{format.month(monthText(Number(label)))}</strong>
                <br />
                {format.money(book, currency)}
              </div>
            );
          }}
        />
        <Area
          dataKey="height"
          type="linear"
          stroke="var(--itam-series-1)"
          strokeWidth={2}
          fill="var(--itam-series-1)"
          fillOpacity={0.15}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
