import { Select } from '@backstage/ui';
import { useForm } from '../FormContext';
import { FieldBox } from './FieldBox';
import type { InputProps } from './TextInput';

const NONE = '';

/** One of several words. */
export function ChoiceInput(
  props: InputProps & {
    options: readonly { value: string; label: string }[];
    /** What it says when nothing is chosen; without it something must be. */
    none?: string;
    onChosen?(value: string | undefined): void;
  },
) {
  const { path, label, description, required, none, options, onChosen } = props;
  const form = useForm();
  const value = form.value(path);
  const chosen = typeof value === 'string' ? value : NONE;
  // A value from a file that is none of them must not look like another.
  const strange =
    chosen !== NONE && !options.some(option => option.value === chosen)
      ? [{ value: chosen, label: chosen }]
      : [];
  return (
    <FieldBox path={path} wide={props.wide} says>
      <Select
        label={label}
        description={description}
        isRequired={required}
        options={[
          ...(none === undefined ? [] : [{ value: NONE, label: none }]),
          ...options,
          ...strange,
        ]}
        value={none === undefined && chosen === NONE ? null : chosen}
        onChange={key => {
          const next = key === NONE || key === null ? undefined : String(key);
          form.set(path, next);
          form.touch(path);
          onChosen?.(next);
        }}
      />
    </FieldBox>
  );
}
