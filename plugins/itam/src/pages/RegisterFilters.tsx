import type { RecordQuery } from '@backstage-itam/plugin-itam-common';
import { SearchField, Select, Switch, Tag, TagGroup } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { type Texts, useTexts } from '../translation';
import { titleOfRef } from '../ui';
import styles from './Register.module.css';
import { CHOICES } from './registerView';

const TYPING_PAUSE_MS = 300;
const ALL = 'all';
const TAGS = ['owner', 'assignee', 'service', 'vendor'] as const;

type Change = Partial<Record<keyof RecordQuery, string | undefined>>;

/**
 * Search and pickers of the register, and the filters other pages linked
 * with, each to be taken away.
 */
export function RegisterFilters(props: {
  query: RecordQuery;
  onChange(change: Change): void;
}) {
  const { query, onChange } = props;
  const t = useTexts();
  const tags = TAGS.flatMap(name => {
    const value = query[name];
    return value ? [{ id: name, label: tagText(t, name, value) }] : [];
  });
  return (
    <>
      <div className={styles.toolbar}>
        <div className={styles.search}>
          <Search value={query.q ?? ''} onChange={q => onChange({ q })} />
        </div>
        <Picker
          label={t('register.kind')}
          value={query.kind}
          options={CHOICES.kind.map(value => ({
            value,
            label: t(`kinds.${value}`),
          }))}
          onChange={kind => onChange({ kind })}
        />
        <Picker
          label={t('register.class')}
          value={query.class}
          options={CHOICES.class.map(value => ({
            value,
            label: t(`class.${value}`),
          }))}
          onChange={value => onChange({ class: value })}
        />
        <Picker
          label={t('register.stage')}
          value={query.stage}
          options={CHOICES.stage.map(value => ({
            value,
            label: t(`stage.${value}`),
          }))}
          onChange={stage => onChange({ stage })}
        />
        <Switch
          className={styles.switch}
          label={t('register.retired')}
          isSelected={query.retired ?? false}
          onChange={retired =>
            onChange({ retired: retired ? 'true' : undefined })
          }
        />
      </div>
      {tags.length > 0 && (
        <TagGroup
          aria-label={t('register.filters')}
          items={tags}
          onRemove={keys =>
            onChange(Object.fromEntries([...keys].map(key => [key, undefined])))
          }
        >
          {tag => <Tag id={tag.id}>{tag.label}</Tag>}
        </TagGroup>
      )}
    </>
  );
}

function Picker(props: {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange(value: string | undefined): void;
}) {
  const { label, value, options, onChange } = props;
  const t = useTexts();
  return (
    <Select
      className={styles.picker}
      label={label}
      options={[{ value: ALL, label: t('common.all') }, ...options]}
      value={value ?? ALL}
      onChange={key => onChange(key === ALL ? undefined : String(key))}
    />
  );
}

/** Asks once the typing pauses, not at every key. */
function Search(props: { value: string; onChange(value: string): void }) {
  const { value, onChange } = props;
  const t = useTexts();
  const [text, setText] = useState(value);
  const latestChange = useRef(onChange);
  latestChange.current = onChange;
  const asked = useRef(value);

  useEffect(() => {
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === asked.current) {
      return undefined;
    }
    const pause = setTimeout(() => {
      asked.current = text;
      latestChange.current(text);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text]);

  return (
    <SearchField
      aria-label={t('register.search')}
      placeholder={t('register.search')}
      value={text}
      onChange={setText}
    />
  );
}

function tagText(t: Texts, name: (typeof TAGS)[number], value: string): string {
  return t(`register.${name}Filter`, {
    value: name === 'vendor' ? value : titleOfRef({ ref: value }),
  });
}
