import { ResponsiveContainer, Treemap } from 'recharts';
import { useFormat } from '../format';
import styles from './Ownership.module.css';
import type { Part } from './parts';

/** About as wide as a letter is, in pixels. */
const LETTER = 7.2;
const PADDING = 4;

/**
 * Parts as areas. Sizes are drawn from numbers; what is read comes from the
 * texts.
 */
export default function SpendTreemap(props: {
  parts: readonly Part[];
  currency: string;
  height: number;
  onOpen(part: Part): void;
}) {
  const { parts, currency, height, onOpen } = props;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <Treemap
        data={parts
          .filter(part => !part.amount.startsWith('-'))
          .map(part => ({
            name: part.title,
            partKey: part.key,
            size: Number(part.amount),
          }))}
        dataKey="size"
        aspectRatio={1.6}
        isAnimationActive={false}
        content={<Tile parts={parts} currency={currency} onOpen={onOpen} />}
      />
    </ResponsiveContainer>
  );
}

/** The chart hands place and size to it. */
function Tile(props: {
  parts: readonly Part[];
  currency: string;
  onOpen(part: Part): void;
  depth?: number;
  partKey?: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}) {
  const { parts, currency, onOpen, depth, partKey } = props;
  const { x = 0, y = 0, width = 0, height = 0 } = props;
  const format = useFormat();
  const part = parts.find(one => one.key === partKey);
  if (!part || depth !== 1) {
    return <g />;
  }
  const amount = format.money(part.amount, currency);
  const letters = Math.floor((width - 2 * PADDING) / LETTER);
  const canOpen = part.kind !== 'rest';
  return (
    // The table beside the chart has the same as links.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g
      className={canOpen ? styles.tile : undefined}
      onClick={canOpen ? () => onOpen(part) : undefined}
    >
      <title>{`${part.title}: ${amount}`}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={3}
        fill={
          part.kind === 'rest'
            ? 'var(--itam-series-other)'
            : 'var(--itam-series-1)'
        }
        stroke="var(--bui-bg-neutral-1)"
        strokeWidth={2}
      />
      {letters >= 5 && height >= 26 && (
        <text
          x={x + PADDING}
          y={y + 19}
          fill="var(--itam-on-series)"
          stroke="none"
          fontSize={13}
        >
          {shortened(part.title, letters)}
        </text>
      )}
      {letters >= amount.length && height >= 46 && (
        <text
          x={x + PADDING}
          y={y + 37}
          fill="var(--itam-on-series)"
          stroke="none"
          fontSize={12}
        >
          {amount}
        </text>
      )}
    </g>
  );
}

function shortened(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
}
