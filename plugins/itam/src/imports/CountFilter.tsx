import { useFormat } from '../format';
import { type Segment, Segments, type Tone } from '../ui';
import styles from './Imports.module.css';

const ALL = 'all';

/**
 * How many rows there are of each sort; a press shows only those.
 */
export function CountFilter<Id extends string>(props: {
  label: string;
  all: { label: string; count: number };
  counts: readonly { id: Id; label: string; count: number; tone?: Tone }[];
  selected: Id | undefined;
  onChange(selected: Id | undefined): void;
}) {
  const { label, all, counts, selected, onChange } = props;
  const format = useFormat();
  const segment = <One extends string>(
    id: One,
    text: string,
    count: number,
    tone?: Tone,
  ): Segment<One> => ({
    id,
    label: `${text}: ${format.count(count)}`,
    tone: count > 0 ? tone : undefined,
    content: (
      <>
        {text} <span className={styles.count}>{format.count(count)}</span>
      </>
    ),
  });
  return (
    <div className={styles.counts}>
      <Segments<Id | typeof ALL>
        label={label}
        segments={[
          segment(ALL, all.label, all.count),
          ...counts.map(({ id, label: text, count, tone }) =>
            segment(id, text, count, tone),
          ),
        ]}
        selected={selected ?? ALL}
        onChange={chosen => onChange(chosen === ALL ? undefined : chosen)}
      />
    </div>
  );
}
