import { Combobox } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../translation';
import { titleOfRef } from '../../ui';
import { useForm } from '../FormContext';
import { FieldBox } from './FieldBox';
import type { InputProps } from './TextInput';
import { type RefRange, useRefOptions } from './useRefOptions';

/** Teams and people. */
export const PARTIES: RefRange = { entities: ['group', 'user'] };
/** What uses records. */
export const SERVICES: RefRange = {
  entities: ['component', 'system', 'resource', 'api', 'domain'],
};

/**
 * Names an entity: found by its title, or typed as its reference, which the
 * catalog need not have.
 */
export function RefInput(props: InputProps & { range: RefRange }) {
  const { path, label, description, required, range } = props;
  const form = useForm();
  const t = useTexts();
  const titles = useRef(new Map<string, string>());
  const [wanted, setWanted] = useState(false);
  const value = form.value(path);
  const chosen = typeof value === 'string' ? value : '';
  const titleOf = (ref: string) =>
    titles.current.get(ref) ?? form.titles.get(ref) ?? titleOfRef({ ref });
  const shown = chosen === '' ? '' : titleOf(chosen);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);

  // The name of what is chosen is no search for it.
  const found = useRefOptions(range, text === shown ? '' : text, wanted);
  for (const { id, label: title } of found) {
    titles.current.set(id, title);
  }
  const options =
    chosen === '' || found.some(({ id }) => id === chosen)
      ? found
      : [...found, { id: chosen, label: shown }];

  const choose = (ref: string) => {
    form.set(path, ref === '' ? undefined : ref);
    setText(ref === '' ? '' : titleOf(ref));
  };
  return (
    <FieldBox path={path} wide={props.wide} says>
      <Combobox
        label={label}
        description={description}
        isRequired={required}
        placeholder={t('forms.searchRef')}
        allowsCustomValue
        // The list opens at the first key; what is found comes later.
        allowsEmptyCollection
        isInvalid={form.problemAt(path) !== undefined}
        options={options.map(({ id, label: title }) => ({
          id,
          label: title,
          description: id,
        }))}
        value={chosen === '' ? null : chosen}
        onChange={key => {
          if (key !== null) {
            choose(String(key));
          }
        }}
        search={{ mode: 'server', inputValue: text, onInputChange: setText }}
        onFocus={() => setWanted(true)}
        onBlur={() => {
          if (text !== shown) {
            const typed = text.trim();
            const named = found.find(
              one =>
                one.label.toLocaleLowerCase('en-US') ===
                typed.toLocaleLowerCase('en-US'),
            );
            choose(named?.id ?? typed);
          }
          form.touch(path);
        }}
      />
    </FieldBox>
  );
}
