import styles from './Audits.module.css';

/**
 * Chips to choose one of several views by, each with how many it shows.
 */
export function FilterChips<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; count: string }[];
  onChange(value: Value): void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          className={styles.chip}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label} <span className={styles.count}>{option.count}</span>
        </button>
      ))}
    </div>
  );
}
