import { TextField } from '@backstage/ui';

/**
 * A line of text to fill in; what is wrong with it stands below it.
 */
export function FormText(props: {
  label: string;
  value: string;
  description?: string;
  problem?: string;
  isRequired?: boolean;
  inputMode?: 'text' | 'decimal';
  onChange(value: string): void;
}) {
  const { problem, ...field } = props;
  return (
    <TextField
      {...field}
      size="small"
      validationBehavior="aria"
      validate={() => problem ?? true}
    />
  );
}
