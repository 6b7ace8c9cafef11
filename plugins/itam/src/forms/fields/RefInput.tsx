import { EntityPicker, type PickRange, typedRef } from '../../picking';
import { useTexts } from '../../translation';
import { useForm } from '../FormContext';
import { FieldBox } from './FieldBox';
import type { InputProps } from './TextInput';

/**
 * Names an entity: found by its title, or typed as its reference, which the
 * catalog need not have. What is no reference stays, and is said to be none.
 */
export function RefInput(props: InputProps & { range: PickRange }) {
  const { path, label, description, required, range } = props;
  const form = useForm();
  const t = useTexts();
  const value = form.value(path);
  return (
    <FieldBox path={path} wide={props.wide} says>
      <EntityPicker
        label={label}
        description={description}
        required={required}
        placeholder={t('forms.searchRef')}
        isInvalid={form.problemAt(path) !== undefined}
        range={range}
        value={typeof value === 'string' ? value : ''}
        titles={form.titles}
        readTyped={typed => typedRef(typed) ?? typed}
        onChange={ref => form.set(path, ref === '' ? undefined : ref)}
        onBlur={() => form.touch(path)}
      />
    </FieldBox>
  );
}
