import { Tag, TagGroup } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useTexts } from '../translation';
import { titleOfRef } from '../ui';
import type { EntityOption } from './found';
import { type PickRange, usePickRange } from './pickRange';
import { Picker, type PickerLooks } from './Picker';
import styles from './Picker.module.css';
import { usePickerText } from './usePickerText';

/**
 * Chooses several, one after the other; the focus stays in the field.
 */
export function EntityListPicker(
  props: PickerLooks & {
    range: PickRange;
    value: readonly EntityOption[];
    onChange(value: EntityOption[]): void;
  },
) {
  const { range, value, onChange, ...rest } = props;
  const t = useTexts();
  // The list closes at a choice, and a moment later the field has none.
  const [last, setLast] = useState<EntityOption>();
  useEffect(() => setLast(undefined), [last]);
  const text = usePickerText(last?.id ?? '', '');
  const found = usePickRange(range, text.term, text.wanted);
  const isOpen = ({ id }: EntityOption) => !value.some(one => one.id === id);
  return (
    <div className={styles.many}>
      <Picker
        {...rest}
        text={{ ...text, settle: () => text.settle('') }}
        found={{ ...found, options: found.options.filter(isOpen) }}
        value={last?.id ?? ''}
        nameOf={ref => titleOfRef({ ref })}
        onChange={option => {
          if (option.id !== '' && isOpen(option)) {
            onChange([...value, option]);
          }
          setLast(option);
        }}
      />
      {value.length > 0 && (
        <TagGroup
          aria-label={t('picking.chosen', { label: rest.label })}
          items={value}
          onRemove={keys => onChange(value.filter(({ id }) => !keys.has(id)))}
        >
          {one => <Tag id={one.id}>{one.label}</Tag>}
        </TagGroup>
      )}
    </div>
  );
}
