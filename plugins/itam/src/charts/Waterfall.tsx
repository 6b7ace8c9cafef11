import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useId } from 'react';
import { useFormat } from '../format';
import { axisFloor, axisTicks } from './axisFloor';
import styles from './Chart.module.css';
import type { WaterfallStep } from './WaterfallChart';

/**
 * Steps from one figure to another. Heights are drawn from numbers; what is
 * read comes from the texts.
 */
export default function Waterfall(props: {
  steps: readonly WaterfallStep[];
  currency: string;
  height: number;
}) {
  const { steps, currency, height } = props;
  const format = useFormat();
  const hatchId = `${useId().replace(/:/g, '')}-hatch`;
  const floor = axisFloor(steps);
  let reached = 0;
  const data = steps.map(step => {
    const amount = Number(step.amount);
    const start = step.kind === 'total' ? 0 : reached;
    reached = start + amount;
    return {
      title: step.title,
      span:
        step.kind === 'total'
          ? [floor, reached]
          : [Math.min(start, reached), Math.max(start, reached)],
    };
  });
  const levels = data.flatMap(({ span }) => span);
  const axis = { from: Math.min(...levels), to: Math.max(...levels) };
  const ticks = floor > 0 ? axisTicks(floor, axis.to) : undefined;
  const tick = { fill: 'var(--itam-fg-secondary)', fontSize: 12 };
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={data}
        barCategoryGap="18%"
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <defs>
          <pattern
            id={hatchId}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={3} height={6} fill="var(--itam-series-2)" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--itam-rule)" />
        <XAxis
          dataKey="title"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--itam-rule)' }}
          interval="preserveStartEnd"
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={floor > 0 ? 88 : 64}
          ticks={ticks}
          domain={ticks ? [floor, ticks[ticks.length - 1]] : ['auto', 'auto']}
          tickFormatter={value =>
            format.moneyCompact(Number(value), currency, axis)
          }
        />
        <Tooltip
          cursor={{ fill: 'var(--itam-track)' }}
          isAnimationActive={false}
          content={({ active, label }) => {
            const step = active
              ? steps.find(one => one.title === label)
              : undefined;
            return step ? (
              <div className={styles.tooltip}>
                <strong>{step.title}</strong>
                <br />
                {step.text}
              </div>
            ) : null;
          }}
        />
        {floor === 0 && (
          <ReferenceLine y={0} stroke="var(--itam-fg-secondary)" />
        )}
        <Bar dataKey="span" isAnimationActive={false} maxBarSize={72}>
          {steps.map(step => (
            <Cell key={step.key} {...fillOf(step, hatchId)} />
          ))}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

function fillOf(step: WaterfallStep, hatchId: string) {
  if (step.kind === 'total') {
    return { fill: 'var(--itam-series-1)' };
  }
  return step.amount.startsWith('-')
    ? { fill: `url(#${hatchId})`, stroke: 'var(--itam-series-2)' }
    : { fill: 'var(--itam-series-3)' };
}
