import { parseEntityRef } from '@backstage/catalog-model';
import { Combobox } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useTexts } from '../translation';
import styles from './Actions.module.css';
import { type HolderKind, useHolderOptions } from './useHolderOptions';

const FULL_REF = /^[a-z]+:[\w-]+\/[\w.-]+$/i;

/**
 * Chooses a person, a team or a service of the catalog by name, or by a typed
 * reference. Hands on full refs.
 */
export function HolderPicker(props: {
  label: string;
  kinds: readonly HolderKind[];
  /** The chosen ref; empty when none is. */
  value: string;
  description?: string;
  required?: boolean;
  problem?: string;
  onChange(ref: string, label: string): void;
}) {
  const { label, kinds, value, problem, onChange } = props;
  const t = useTexts();
  const [chosen, setChosen] = useState<{ ref: string; label: string }>();
  const shown = value
    ? (chosen?.ref === value && chosen.label) || nameOfRef(value)
    : '';
  const [text, setText] = useState(shown);
  const [wanted, setWanted] = useState(false);
  useEffect(() => setText(shown), [shown]);

  // The name of what is chosen is no search for it.
  const found = useHolderOptions(text === shown ? '' : text, kinds, wanted);
  const options =
    !value || found.some(({ id }) => id === value)
      ? found
      : [...found, { id: value, label: shown }];

  const choose = (ref: string, name: string) => {
    setChosen({ ref, label: name });
    setText(name);
    onChange(ref, name);
  };
  const takeTyped = () => {
    const typed = text.trim();
    if (typed === shown) {
      return;
    }
    if (typed === '') {
      choose('', '');
      return;
    }
    const known = found.find(
      option =>
        option.label.toLocaleLowerCase('en-US') ===
        typed.toLocaleLowerCase('en-US'),
    );
    if (known) {
      choose(known.id, known.label);
    } else if (FULL_REF.test(typed)) {
      choose(typed.toLocaleLowerCase('en-US'), nameOfRef(typed));
    } else {
      setText(shown);
    }
  };

  return (
    <div>
      <Combobox
        label={label}
        description={props.description}
        isRequired={props.required}
        isInvalid={problem !== undefined}
        placeholder={t('actions.search')}
        allowsCustomValue
        options={options}
        value={value || null}
        onChange={key => {
          const option = options.find(({ id }) => id === key);
          if (option) {
            choose(option.id, option.label);
          } else {
            takeTyped();
          }
        }}
        search={{ mode: 'server', inputValue: text, onInputChange: setText }}
        onFocus={() => setWanted(true)}
        onBlur={takeTyped}
      />
      {problem && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

function nameOfRef(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
