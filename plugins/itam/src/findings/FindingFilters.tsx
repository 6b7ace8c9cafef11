import { useApi } from '@backstage/core-plugin-api';
import type { FindingQuery } from '@backstage-itam/plugin-itam-common';
import { Select, Tag, TagGroup } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { EntityPicker, PARTIES, typedRefOr } from '../picking';
import { type Texts, useRuleTexts, useTexts } from '../translation';
import { ChoicePicker, titleOfRef, Toolbar } from '../ui';
import styles from './Findings.module.css';
import { type FindingsChange, KINDS, STATES } from './findingsView';
import { kindText } from './kindText';

const TAGS = ['practice', 'record'] as const;

/**
 * State, rule, kind and owner to choose findings by, and the filters other
 * pages linked with, each to be taken away.
 */
export function FindingFilters(props: {
  query: FindingQuery;
  onChange(change: FindingsChange): void;
}) {
  const { query, onChange } = props;
  const t = useTexts();
  const texts = useRuleTexts();
  const api = useApi(itamApiRef);
  const policies = useLoad('rules', () => api.findings.listPolicies());
  const rules =
    policies.state === 'ready' && texts
      ? policies.value.rules.map(({ id, title }) => ({
          value: id,
          label: texts.title(id, title),
        }))
      : [];
  const known = rules.some(({ value }) => value === query.rule);
  const tags = TAGS.flatMap(name =>
    query[name] ? [{ id: name, label: tagText(t, name, query) }] : [],
  );
  return (
    <>
      <Toolbar>
        <Select
          className={styles.state}
          label={t('findings.state')}
          options={STATES.map(value => ({
            value,
            label: t(`findings.states.${value}`),
          }))}
          value={query.state ?? 'open'}
          onChange={key =>
            onChange({ state: key === 'open' ? undefined : String(key) })
          }
        />
        <ChoicePicker
          label={t('findings.rule')}
          value={query.rule}
          options={
            query.rule && !known
              ? [...rules, { value: query.rule, label: query.rule }]
              : rules
          }
          onChange={rule => onChange({ rule })}
        />
        <ChoicePicker
          label={t('register.kind')}
          value={query.kind}
          options={KINDS.map(value => ({ value, label: kindText(t, value) }))}
          onChange={kind => onChange({ kind })}
        />
        <div className={styles.owner}>
          <EntityPicker
            label={t('findings.owner')}
            placeholder={t('common.all')}
            range={PARTIES}
            readTyped={typedRefOr('group')}
            value={query.owner ?? ''}
            onChange={owner => onChange({ owner: owner || undefined })}
          />
        </div>
      </Toolbar>
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
  name: (typeof TAGS)[number],
  query: FindingQuery,
): string {
  if (name === 'practice' && query.practice) {
    return t('findings.practiceFilter', {
      value: t(`findings.practices.${query.practice}`),
    });
  }
  return t('findings.recordFilter', {
    value: titleOfRef({ ref: query.record ?? '' }),
  });
}
