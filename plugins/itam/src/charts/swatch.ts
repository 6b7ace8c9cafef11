import type { CSSProperties } from 'react';
import type { ChartSeries } from './series';

/**
 * How a series looks in a legend: the fill it has in the chart.
 */
export function swatchStyle(
  series: Pick<ChartSeries, 'color' | 'pattern'>,
): CSSProperties {
  const { color, pattern } = series;
  if (pattern === 'hatched') {
    return {
      background: `repeating-linear-gradient(45deg, ${color} 0 2px, transparent 2px 4px)`,
      boxShadow: `inset 0 0 0 1px ${color}`,
    };
  }
  return pattern === 'outlined'
    ? { background: 'transparent', border: `1.5px dashed ${color}` }
    : { background: color };
}
