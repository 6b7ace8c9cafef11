import { FieldLabel } from '@backstage/ui';
import { useId } from 'react';
import { useTexts } from '../../translation';
import { useForm } from '../FormContext';
import { FieldBox, useProblem } from './FieldBox';
import styles from './Fields.module.css';
import type { InputProps } from './TextInput';

/** A line of text with suggestions; any other text may be typed. */
export function SuggestInput(
  props: InputProps & { options: readonly string[] },
) {
  const { path, label, description, placeholder, required, options } = props;
  const form = useForm();
  const t = useTexts();
  const id = useId();
  const problem = useProblem(path);
  const value = form.value(path);
  const text = typeof value === 'string' ? value : '';
  const set = (next: string) => form.set(path, next === '' ? undefined : next);
  return (
    <FieldBox path={path} wide={props.wide}>
      <FieldLabel
        label={label}
        htmlFor={id}
        description={description}
        secondaryLabel={required ? t('forms.required') : undefined}
      />
      <input
        id={id}
        className={styles.input}
        list={`${id}-options`}
        autoComplete="off"
        placeholder={placeholder}
        required={required}
        value={text}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={event => set(event.target.value)}
        onBlur={() => text !== text.trim() && set(text.trim())}
      />
      <datalist id={`${id}-options`}>
        {options.map(option => (
          <option key={option} value={option} />
        ))}
      </datalist>
      {problem && (
        <span id={`${id}-problem`} className={styles.problem}>
          {problem}
        </span>
      )}
    </FieldBox>
  );
}
