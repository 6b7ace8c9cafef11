import { FieldLabel } from '@backstage/ui';
import { useEffect, useId, useState } from 'react';
import styles from './DayField.module.css';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A calendar day `YYYY-MM-DD` in the browser's own date field. A day that is
 * only half typed is not handed on; an emptied field is, as undefined.
 */
export function DayField(props: {
  label: string;
  value: string | undefined;
  required?: boolean;
  /** What stands beside the label of a required day. */
  requiredText?: string;
  /** What is wrong with the day. */
  problem?: string;
  onChange(day: string | undefined): void;
}) {
  const { label, value, required = false, problem, onChange } = props;
  const { requiredText } = props;
  const id = useId();
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  return (
    <div className={styles.field}>
      <FieldLabel
        label={label}
        secondaryLabel={required ? requiredText : undefined}
        htmlFor={id}
      />
      <input
        id={id}
        className={styles.input}
        type="date"
        value={text}
        required={required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={event => {
          const next = event.target.value;
          setText(next);
          if (next === '' || DAY.test(next)) {
            onChange(next || undefined);
          }
        }}
      />
      {problem && (
        <span id={`${id}-problem`} className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}
