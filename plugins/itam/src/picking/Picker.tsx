import { Combobox } from '@backstage/ui';
import { useRef } from 'react';
import { useTexts } from '../translation';
import type { EntityOption, Found, OptionSection } from './found';
import { flatOptions, optionsToShow } from './optionsToShow';
import styles from './Picker.module.css';
import { typedRef } from './typedRef';
import type { PickerText } from './usePickerText';

/** How a picker looks and what it says. */
export interface PickerLooks {
  label: string;
  description?: string;
  placeholder?: string;
  className?: string;
  required?: boolean;
  /** What is wrong with the choice. */
  problem?: string;
  /** Marks the field where the problem is said elsewhere. */
  isInvalid?: boolean;
}

/**
 * Chooses one of what a search finds. The list opens at whatever is typed or
 * pasted, says when it searches and when nothing is found, and closes after a
 * choice. What is typed is taken when it is the name of something found, or a
 * reference; other text gives way to what was chosen before.
 */
export function Picker(
  props: PickerLooks & {
    text: PickerText;
    found: Found<EntityOption | OptionSection>;
    /** The chosen ref; empty when none is. */
    value: string;
    nameOf(ref: string): string;
    /** Reads a typed text; undefined for what names nothing. */
    readTyped?(text: string): string | undefined;
    /** Something is always chosen: an emptied field gets its name back. */
    isKept?: boolean;
    /** Told the empty ref when the field was emptied. */
    onChange(option: EntityOption): void;
    onBlur?(): void;
  },
) {
  const { text, found, value, problem, nameOf, onChange } = props;
  const { readTyped = typedRef } = props;
  const t = useTexts();
  // The field may tell of one choice twice.
  const told = useRef(value);
  told.current = value;

  const ref = text.typed === undefined ? undefined : typedRef(text.typed);
  const list = optionsToShow(found, {
    typed: text.typed,
    current: value === '' ? undefined : { id: value, label: nameOf(value) },
    named: ref === undefined ? undefined : { id: ref, label: ref },
    texts: {
      searching: t('picking.searching'),
      none: t('picking.none'),
      failed: t('picking.failed'),
    },
  });
  const choose = (option: EntityOption) => {
    text.settle(option.label);
    if (option.id !== told.current) {
      told.current = option.id;
      onChange(option);
    }
  };
  const takeTyped = () => {
    const typed = text.typed?.trim();
    if (typed === undefined) {
      return;
    }
    const known = flatOptions(found.options).find(
      ({ id, label }) => lower(label) === lower(typed) || id === ref,
    );
    const id = typed === '' ? '' : known?.id ?? readTyped(typed);
    if (id === undefined || (id === '' && props.isKept)) {
      text.settle();
    } else {
      choose({ id, label: id && (known?.label ?? nameOf(id)) });
    }
  };

  return (
    <div className={props.className}>
      <Combobox
        label={props.label}
        description={props.description}
        isRequired={props.required}
        isInvalid={problem !== undefined || props.isInvalid}
        placeholder={props.placeholder ?? t('picking.placeholder')}
        allowsCustomValue
        options={list.options}
        value={value || null}
        onChange={key => {
          const option = flatOptions(list.options).find(({ id }) => id === key);
          if (!option) {
            takeTyped();
          } else {
            const { id, label } = option;
            choose({ id, label: label === ref ? nameOf(id) : label });
          }
        }}
        search={{
          mode: 'server',
          inputValue: text.inField,
          onInputChange: text.type,
        }}
        onFocus={text.enter}
        onBlur={() => {
          takeTyped();
          text.leave();
          props.onBlur?.();
        }}
      />
      {/* Read also while the open list hides all else from screen readers. */}
      <span role="status" data-live-announcer="true" className={styles.unseen}>
        {text.typed !== undefined && list.says}
      </span>
      {problem && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
