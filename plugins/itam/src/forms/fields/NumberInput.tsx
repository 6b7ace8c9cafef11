import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { useForm } from '../FormContext';
import { FieldBox, useProblem } from './FieldBox';
import styles from './Fields.module.css';
import type { InputProps } from './TextInput';

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A number. What is no number stays as it was typed, and is refused in the
 * same words as in a file.
 */
export function NumberInput(props: InputProps) {
  const { path, label, description, placeholder, required, wide } = props;
  const form = useForm();
  const problem = useProblem(path);
  const [typed, setTyped] = useState('');
  const value = form.value(path);
  // `1.50` is 1.5, and stays on the screen as it was typed.
  const written = value === undefined || value === null ? '' : `${value}`;
  const text = valueOf(typed) === value ? typed : written;
  return (
    <FieldBox path={path} wide={wide} className={styles.number}>
      <TextField
        size="small"
        label={label}
        description={description}
        placeholder={placeholder}
        isRequired={required}
        inputMode="decimal"
        value={text}
        onChange={next => {
          setTyped(next);
          form.set(path, valueOf(next));
        }}
        validationBehavior="aria"
        validate={() => problem ?? true}
      />
    </FieldBox>
  );
}

function valueOf(text: string): string | number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') {
    return undefined;
  }
  return NUMBER.test(trimmed) ? Number(trimmed) : text;
}
