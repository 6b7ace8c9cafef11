import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { Tone } from './Chip';
import styles from './Segments.module.css';

/** One of the choices of {@link Segments}. */
export interface Segment<Id extends string> {
  id: Id;
  content: ReactNode;
  /** Read aloud instead of the content. */
  label?: string;
  tone?: Tone;
}

/**
 * A choice of a few that are all in sight; one is always chosen.
 */
export function Segments<Id extends string>(props: {
  label: string;
  segments: readonly Segment<Id>[];
  /** None before it is known. */
  selected: Id | undefined;
  onChange(selected: NoInfer<Id>): void;
}) {
  const { label, segments, selected, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.segments}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={keys => {
        const chosen = segments.find(({ id }) => keys.has(id));
        if (chosen) {
          onChange(chosen.id);
        }
      }}
    >
      {segments.map(segment => (
        <ToggleButton
          key={segment.id}
          id={segment.id}
          aria-label={segment.label}
          data-tone={segment.tone}
        >
          {segment.content}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
