import { useTexts } from '../../translation';
import { DayField } from '../../ui';
import { useForm } from '../FormContext';
import { FieldBox, useProblem } from './FieldBox';
import type { InputProps } from './TextInput';

/** A calendar day. */
export function DayInput(props: InputProps) {
  const { path, label, required, wide } = props;
  const form = useForm();
  const t = useTexts();
  const problem = useProblem(path);
  const value = form.value(path);
  return (
    <FieldBox path={path} wide={wide}>
      <DayField
        label={label}
        required={required}
        requiredText={t('forms.required')}
        value={typeof value === 'string' ? value : undefined}
        problem={problem}
        onChange={day => form.set(path, day)}
      />
    </FieldBox>
  );
}
