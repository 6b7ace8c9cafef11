import { TextAreaField, TextField } from '@backstage/ui';
import { useForm } from '../FormContext';
import { FieldBox, useProblem } from './FieldBox';
import styles from './Fields.module.css';

/** What the fields of one line have in common. */
export interface InputProps {
  path: string;
  label: string;
  description?: string;
  placeholder?: string;
  required?: boolean;
  wide?: boolean;
}

/** A line of text, or several. */
export function TextInput(
  props: InputProps & { rows?: number; inputMode?: 'decimal' },
) {
  const { path, label, description, placeholder, required, wide, rows } = props;
  const form = useForm();
  const problem = useProblem(path);
  const value = form.value(path);
  const text =
    typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
  const shared = {
    label,
    description,
    placeholder,
    isRequired: required,
    value: text,
    onChange: (next: string) => form.set(path, next === '' ? undefined : next),
    onBlur: () => {
      const trimmed = text.trim();
      if (trimmed !== text) {
        form.set(path, trimmed === '' ? undefined : trimmed);
      }
    },
    validationBehavior: 'aria' as const,
    validate: () => problem ?? true,
  };
  return (
    <FieldBox path={path} wide={wide ?? rows !== undefined}>
      {rows === undefined ? (
        <TextField {...shared} size="small" inputMode={props.inputMode} />
      ) : (
        <TextAreaField {...shared} rows={rows} />
      )}
    </FieldBox>
  );
}

/** An amount of a currency that stands elsewhere. */
export function DecimalInput(props: InputProps) {
  return (
    <div className={styles.number}>
      <TextInput {...props} inputMode="decimal" />
    </div>
  );
}
