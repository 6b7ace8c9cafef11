import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useFormat } from '../format';
import type { Tone } from '../ui';
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
  const button = (id: string, text: string, count: number, tone?: Tone) => (
    <ToggleButton
      key={id}
      id={id}
      data-tone={count > 0 ? tone : undefined}
      aria-label={`${text}: ${format.count(count)}`}
    >
      <span className={styles.count}>{format.count(count)}</span> {text}
    </ToggleButton>
  );
  return (
    <div className={styles.counts}>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[selected ?? ALL]}
        onSelectionChange={keys =>
          onChange(counts.find(({ id }) => keys.has(id))?.id)
        }
      >
        {button(ALL, all.label, all.count)}
        {counts.map(({ id, label: text, count, tone }) =>
          button(id, text, count, tone),
        )}
      </ToggleButtonGroup>
    </div>
  );
}
