import { useRef } from 'react';
import { titleOfRef } from '../ui';
import { type PickRange, usePickRange } from './pickRange';
import { Picker, type PickerLooks } from './Picker';
import { usePickerText } from './usePickerText';

/**
 * Chooses an entity of the catalog or a record by name, or by a typed or
 * pasted reference, which the catalog need not have.
 */
export function EntityPicker(
  props: PickerLooks & {
    range: PickRange;
    /** The chosen ref; empty when none is. */
    value: string;
    /** What refs are called, where it is known. */
    titles?: ReadonlyMap<string, string>;
    readTyped?(text: string): string | undefined;
    /** Told the empty ref when the field was emptied. */
    onChange(ref: string, label: string): void;
    onBlur?(): void;
  },
) {
  const { range, value, titles, onChange, ...rest } = props;
  const chosen = useRef(new Map<string, string>());
  const nameOf = (ref: string) =>
    chosen.current.get(ref) ?? titles?.get(ref) ?? titleOfRef({ ref });
  const text = usePickerText(value, value && nameOf(value));
  const found = usePickRange(range, text.term, text.wanted);
  return (
    <Picker
      {...rest}
      text={text}
      found={found}
      value={value}
      nameOf={nameOf}
      onChange={({ id, label }) => {
        chosen.current.set(id, label);
        onChange(id, label);
      }}
    />
  );
}
