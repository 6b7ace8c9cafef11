import type { RecordQuery } from '@backstage-itam/plugin-itam-common';
import { Button, Switch, Tag, TagGroup } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { useId, useState } from 'react';
import { type Format, useFormat } from '../format';
import { type Texts, useTexts } from '../translation';
import {
  ChoicePicker,
  DelayedSearch,
  titleOfRef,
  Toolbar,
  ToolbarSearch,
  ToolbarSwitch,
} from '../ui';
import { MoreFilters } from './MoreFilters';
import { CHOICES } from './registerView';

const TAGS = [
  'owner',
  'assignee',
  'service',
  'vendor',
  'endsFrom',
  'endsTo',
] as const;

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
  const format = useFormat();
  const [more, setMore] = useState(false);
  const moreId = useId();
  const tags = TAGS.flatMap<{ id: string; label: string }>(name => {
    const value = query[name];
    return value ? [{ id: name, label: tagText(t, format, name, value) }] : [];
  });
  if (query.ownerState) {
    tags.push({
      id: 'ownerState',
      label: t(`register.ownerState.${query.ownerState}`),
    });
  }
  if (query.assigneeState) {
    tags.push({
      id: 'assigneeState',
      label: t(`register.assigneeState.${query.assigneeState}`),
    });
  }
  return (
    <>
      <Toolbar>
        <ToolbarSearch>
          <DelayedSearch
            label={t('register.search')}
            value={query.q ?? ''}
            onChange={q => onChange({ q })}
          />
        </ToolbarSearch>
        <ChoicePicker
          label={t('register.kind')}
          value={query.kind}
          options={CHOICES.kind.map(value => ({
            value,
            label: t(`kinds.${value}`),
          }))}
          onChange={kind => onChange({ kind })}
        />
        <ChoicePicker
          label={t('register.class')}
          value={query.class}
          options={CHOICES.class.map(value => ({
            value,
            label: t(`class.${value}`),
          }))}
          onChange={value => onChange({ class: value })}
        />
        <ChoicePicker
          label={t('register.stage')}
          value={query.stage}
          options={CHOICES.stage.map(value => ({
            value,
            label: t(`stage.${value}`),
          }))}
          onChange={stage => onChange({ stage })}
        />
        <ToolbarSwitch>
          <Switch
            label={t('register.retired')}
            isSelected={query.retired ?? false}
            onChange={retired =>
              onChange({ retired: retired ? 'true' : undefined })
            }
          />
        </ToolbarSwitch>
        <Button
          variant="secondary"
          iconStart={<RiFilter3Line aria-hidden="true" />}
          aria-expanded={more}
          aria-controls={moreId}
          onPress={() => setMore(!more)}
        >
          {t('register.moreFilters')}
        </Button>
      </Toolbar>
      <div id={moreId} hidden={!more}>
        {more && <MoreFilters query={query} onChange={onChange} />}
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

function tagText(
  t: Texts,
  format: Format,
  name: (typeof TAGS)[number],
  value: string,
): string {
  switch (name) {
    case 'vendor':
      return t('register.vendorFilter', { value });
    case 'endsFrom':
    case 'endsTo':
      return t(`register.${name}Filter`, { value: format.date(value) });
    default:
      return t(`register.${name}Filter`, {
        value: titleOfRef({ ref: value }),
      });
  }
}
