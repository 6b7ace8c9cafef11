import { Select } from '@backstage/ui';
import { useTexts } from '../translation';
import styles from './Toolbar.module.css';

const ALL = 'all';

/**
 * Chooses one of several values, or all of them.
 */
export function ChoicePicker(props: {
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange(value: string | undefined): void;
}) {
  const { label, value, options, onChange } = props;
  const t = useTexts();
  return (
    <Select
      className={styles.picker}
      label={label}
      options={[{ value: ALL, label: t('common.all') }, ...options]}
      value={value ?? ALL}
      onChange={key => onChange(key === ALL ? undefined : String(key))}
    />
  );
}
