import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useId } from 'react';
import { useFormat } from '../format';
import { ChartTooltip } from './ChartTooltip';
import { isSeenBelowZero } from './isSeenBelowZero';
import type { ChartSeries } from './series';

interface Datum {
  month: string;
  [key: string]: string | number;
}

/**
 * Stacked columns by month. Heights are drawn from numbers; everything that
 * is read comes from the decimal texts.
 */
export default function StackedColumns(props: {
  months: readonly string[];
  series: readonly ChartSeries[];
  totals: readonly string[];
  currency: string;
  height: number;
}) {
  const { months, series, totals, currency, height } = props;
  const format = useFormat();
  const id = useId().replace(/:/g, '');
  const data = months.map((month, index) => {
    const datum: Datum = { month };
    series.forEach((one, position) => {
      datum[`s${position}`] = Number(one.amounts[index]);
    });
    return datum;
  });
  const tick = { fill: 'var(--itam-fg-secondary)', fontSize: 12 };
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={data}
        stackOffset="sign"
        barCategoryGap="22%"
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <defs>
          {series.map(
            (one, position) =>
              one.pattern === 'hatched' && (
                <pattern
                  key={one.key}
                  id={`${id}-${position}`}
                  width={6}
                  height={6}
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <rect width={3} height={6} fill={one.color} />
                </pattern>
              ),
          )}
        </defs>
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
          tickFormatter={value => format.moneyCompact(Number(value), currency)}
          domain={[isSeenBelowZero(series) ? 'auto' : () => 0, 'auto']}
        />
        <Tooltip
          cursor={{ fill: 'var(--itam-track)' }}
          isAnimationActive={false}
          content={({ active, label }) =>
            active ? (
              <ChartTooltip
                month={String(label)}
                months={months}
                series={series}
                totals={totals}
                currency={currency}
              />
            ) : null
          }
        />
        {series.map((one, position) => (
          <Bar
            key={one.key}
            dataKey={`s${position}`}
            name={one.title}
            stackId="cost"
            {...fillOf(one, `${id}-${position}`)}
            isAnimationActive={false}
            maxBarSize={48}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function fillOf(
  series: ChartSeries,
  patternId: string,
): { fill: string; stroke?: string; strokeDasharray?: string } {
  switch (series.pattern) {
    case 'hatched':
      return { fill: `url(#${patternId})`, stroke: series.color };
    case 'outlined':
      return {
        fill: 'transparent',
        stroke: series.color,
        strokeDasharray: '4 2',
      };
    default:
      return { fill: series.color };
  }
}
