import { Tag, TagGroup } from '@backstage/ui';
import { useState } from 'react';
import { useTexts } from '../translation';
import { HolderPicker } from './HolderPicker';
import type { EntityOption } from '../catalog/useCatalogEntities';
import type { HolderKind } from './useHolderOptions';

/**
 * Chooses several people or teams, one after the other.
 */
export function HolderList(props: {
  label: string;
  kinds: readonly HolderKind[];
  value: readonly EntityOption[];
  problem?: string;
  onChange(value: EntityOption[]): void;
}) {
  const { label, kinds, value, problem, onChange } = props;
  const t = useTexts();
  // A new picker for each choice begins empty.
  const [round, setRound] = useState(0);
  return (
    <div>
      <HolderPicker
        key={round}
        label={label}
        kinds={kinds}
        value=""
        required
        problem={problem}
        onChange={(ref, name) => {
          if (ref && !value.some(({ id }) => id === ref)) {
            onChange([...value, { id: ref, label: name }]);
            setRound(round + 1);
          }
        }}
      />
      {value.length > 0 && (
        <TagGroup
          aria-label={t('actions.chosen')}
          items={value}
          onRemove={keys => onChange(value.filter(({ id }) => !keys.has(id)))}
        >
          {one => <Tag id={one.id}>{one.label}</Tag>}
        </TagGroup>
      )}
    </div>
  );
}
