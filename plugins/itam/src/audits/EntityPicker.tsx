import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Combobox } from '@backstage/ui';
import { useEffect, useState } from 'react';
import {
  type EntityOption,
  useCatalogEntities,
} from '../catalog/useCatalogEntities';
import { titleOfRef } from '../ui';

/**
 * Chooses a group or person by name, or by a typed reference.
 */
export function EntityPicker(props: {
  label: string;
  placeholder?: string;
  /** The first is taken for what is typed without one. */
  kinds: readonly ('group' | 'user')[];
  value: string | undefined;
  onChange(ref: string | undefined): void;
}) {
  const { label, placeholder, kinds, value, onChange } = props;
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const shown = value ? titles.get(value) ?? titleOfRef({ ref: value }) : '';
  const [text, setText] = useState(shown);
  const [wanted, setWanted] = useState(false);
  useEffect(() => setText(shown), [shown]);
  const found = useCatalogEntities(kinds, text === shown ? '' : text, wanted);
  const options =
    value && !found.some(({ id }) => id === value)
      ? [...found, { id: value, label: shown }]
      : found;

  const choose = (ref: string | undefined) => {
    const choice = found.find(({ id }) => id === ref);
    if (choice) {
      setTitles(before => new Map(before).set(choice.id, choice.label));
    }
    if (ref !== value) {
      onChange(ref);
    }
  };
  const typed = () =>
    text.trim() === '' ? undefined : refOf(text.trim(), kinds[0], found);
  return (
    <Combobox
      label={label}
      placeholder={placeholder}
      allowsCustomValue
      options={options}
      value={value ?? null}
      onChange={key => choose(key === null ? typed() : String(key))}
      search={{ mode: 'server', inputValue: text, onInputChange: setText }}
      onFocus={() => setWanted(true)}
      onBlur={() => {
        if (text !== shown) {
          choose(typed());
        }
      }}
    />
  );
}

function refOf(
  text: string,
  kind: string,
  found: readonly EntityOption[],
): string | undefined {
  const wanted = text.toLocaleLowerCase('en-US');
  const named = found.find(
    ({ label }) => label.toLocaleLowerCase('en-US') === wanted,
  );
  if (named) {
    return named.id;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind: kind, defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}
