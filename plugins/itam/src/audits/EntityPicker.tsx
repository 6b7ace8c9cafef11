import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { titleOfRef } from '../ui';

const MOST_ENTITIES = 20;
const TYPING_PAUSE_MS = 250;

interface Choice {
  id: string;
  label: string;
}

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
  const found = useEntities(text === shown ? '' : text, kinds, wanted);
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
  found: readonly Choice[],
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

function useEntities(
  text: string,
  kinds: readonly string[],
  wanted: boolean,
): Choice[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const [found, setFound] = useState<Choice[]>([]);
  const kindList = kinds.join();
  useEffect(() => {
    if (!catalog || !wanted) {
      return undefined;
    }
    let current = true;
    const ask = async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: kindList.split(',') },
        fields: ['kind', 'metadata', 'spec.profile.displayName'],
        fullTextFilter: text.trim()
          ? {
              term: text.trim(),
              fields: [
                'metadata.name',
                'metadata.title',
                'spec.profile.displayName',
              ],
            }
          : undefined,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_ENTITIES,
      });
      return items.map(entity => ({
        id: stringifyEntityRef(entity),
        label: titleOf(entity),
      }));
    };
    const pause = setTimeout(
      () =>
        ask().then(
          choices => current && setFound(choices),
          // A catalog that does not answer only offers nothing.
          () => current && setFound([]),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [catalog, text, kindList, wanted]);
  return found;
}

function titleOf(entity: {
  metadata: { name: string; title?: string };
  spec?: Record<string, unknown>;
}): string {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return (
    entity.metadata.title ??
    (typeof displayName === 'string' ? displayName : entity.metadata.name)
  );
}
