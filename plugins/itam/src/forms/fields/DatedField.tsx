import type { JsonValue } from '@backstage/types';
import { RiAddLine } from '@remixicon/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../translation';
import { Note, TextButton } from '../../ui';
import { isObject } from '../draft/jsonPath';
import { focusField } from '../focusField';
import { useForm } from '../FormContext';
import { DayInput } from './DayInput';
import styles from './Fields.module.css';
import { ListField } from './ListField';

/**
 * A value that stays, or values with the days they count from. It becomes a
 * list when a change is added, and one value again when all changes are gone.
 */
export function DatedField(props: {
  path: string;
  label: string;
  /** The value's name in an entry of the list. */
  name: string;
  /** What adds a change. */
  add: string;
  /** The day a new change begins with; ISO calendar date. */
  today: string;
  /** The field of the value alone, and in an entry. */
  field(path: string): ReactNode;
}) {
  const { path, label, name, add, today, field } = props;
  const form = useForm();
  const t = useTexts();
  const value = form.value(path);
  const dated = Array.isArray(value);
  const change = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  useEffect(() => {
    // What was pressed is gone with the other form of the field.
    if (turned.current && dated) {
      focusField(`${path}[1].${name}`);
    } else if (turned.current) {
      change.current?.querySelector('button')?.focus();
    }
    turned.current = false;
  }, [dated, path, name]);

  if (!dated) {
    return (
      <div className={styles.field}>
        {field(path)}
        <div className={styles.change} ref={change}>
          <TextButton
            size="small"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => {
              turned.current = true;
              form.set(path, [
                value === undefined ? {} : { [name]: value },
                { from: today },
              ]);
            }}
          >
            {add}
          </TextButton>
        </div>
      </div>
    );
  }
  const written = (entries: JsonValue[]) => {
    const [only] = entries;
    if (
      entries.length !== 1 ||
      !isObject(only) ||
      Object.keys(only).some(key => key !== name)
    ) {
      return entries;
    }
    turned.current = true;
    return only[name];
  };
  return (
    <ListField
      path={path}
      label={label}
      add={add}
      empty={{ from: today }}
      written={written}
      footer={<Note>{t('forms.datedHelp')}</Note>}
    >
      {(entry, index, remove) => (
        <div
          key={index}
          className={`${styles.row} ${styles.dated} ${styles.top}`}
        >
          <DayInput path={`${entry}.from`} label={t('forms.field.from')} />
          {field(`${entry}.${name}`)}
          <div className={styles.remove}>{remove}</div>
        </div>
      )}
    </ListField>
  );
}
