import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { LicensePool } from '@backstage-itam/plugin-itam-common';
import { Combobox, Tag, TagGroup } from '@backstage/ui';
import { useState } from 'react';
import { useTexts } from '../../translation';
import styles from '../Licences.module.css';
import type { EntityOption } from '../../catalog/useCatalogEntities';
import { useHolderOptions } from './useHolderOptions';

/**
 * Chooses people or devices one by one, by name or by reference.
 */
export function HolderPicker(props: {
  metric: LicensePool['metric'];
  chosen: readonly EntityOption[];
  problem?: string;
  onChange(chosen: readonly EntityOption[]): void;
}) {
  const { metric, chosen, problem, onChange } = props;
  const t = useTexts();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(false);
  const found = useHolderOptions(metric, text, wanted);
  const options = found.filter(
    ({ id }) => !chosen.some(holder => holder.id === id),
  );
  const add = (holder: EntityOption | undefined) => {
    setText('');
    if (holder && !chosen.some(({ id }) => id === holder.id)) {
      onChange([...chosen, holder]);
    }
  };
  return (
    <div className={styles.picker}>
      <Combobox
        label={t('seats.find')}
        description={t('seats.findHint')}
        allowsCustomValue
        isInvalid={problem !== undefined}
        options={options.map(({ id, label }) => ({ id, label }))}
        value={null}
        onChange={key =>
          add(
            key === null
              ? holderOfText(text)
              : options.find(({ id }) => id === String(key)),
          )
        }
        search={{ mode: 'server', inputValue: text, onInputChange: setText }}
        onFocus={() => setWanted(true)}
        onBlur={() => add(holderOfText(text))}
      />
      {problem && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
      {chosen.length > 0 && (
        <TagGroup
          aria-label={t('seats.chosen')}
          items={chosen}
          onRemove={keys => onChange(chosen.filter(({ id }) => !keys.has(id)))}
        >
          {holder => <Tag id={holder.id}>{holder.label}</Tag>}
        </TagGroup>
      )}
    </div>
  );
}

/** What was typed, when it is a reference with its kind. */
function holderOfText(text: string): EntityOption | undefined {
  const typed = text.trim();
  if (!typed.includes(':')) {
    return undefined;
  }
  try {
    const ref = parseEntityRef(typed);
    return { id: stringifyEntityRef(ref), label: ref.name };
  } catch {
    return undefined;
  }
}
