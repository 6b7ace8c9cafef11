import type {
  LicensePositionPage,
  LicensePositionQuery,
} from '@backstage-itam/plugin-itam-common';
import { Tag, TagGroup } from '@backstage/ui';
import { useFormat } from '../format';
import { metricText, useTexts } from '../translation';
import {
  ChoicePicker,
  DayField,
  DelayedSearch,
  Segments,
  titleOfRef,
  Toolbar,
  ToolbarSearch,
} from '../ui';
import styles from './Licences.module.css';
import { METRICS, type PositionChange, STATES } from './licencesView';

const ALL = 'all';

/**
 * Search, metric and day of the positions, a chip per state with how many
 * products are in it, and the filters other pages linked with.
 */
export function PositionFilters(props: {
  query: LicensePositionQuery;
  /** Day the positions are of, once known. */
  asOf: string | undefined;
  counts: LicensePositionPage['counts'] | undefined;
  onChange(change: PositionChange): void;
}) {
  const { query, asOf, onChange } = props;
  const t = useTexts();
  const tags = (['owner', 'vendor'] as const).flatMap(name => {
    const value = query[name];
    return value
      ? [
          {
            id: name,
            label: t(`licences.${name}Filter`, {
              value: name === 'vendor' ? value : titleOfRef({ ref: value }),
            }),
          },
        ]
      : [];
  });
  return (
    <>
      <Toolbar>
        <ToolbarSearch>
          <DelayedSearch
            label={t('licences.search')}
            value={query.q ?? ''}
            onChange={q => onChange({ q })}
          />
        </ToolbarSearch>
        <ChoicePicker
          label={t('licences.metric')}
          value={query.metric}
          options={METRICS.map(value => ({
            value,
            label: metricText(t, value),
          }))}
          onChange={metric => onChange({ metric })}
        />
        <DayField
          label={t('licences.asOf')}
          value={query.asOf ?? asOf}
          onChange={day => onChange({ asOf: day })}
        />
      </Toolbar>
      <StateChips {...props} />
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

function StateChips(props: {
  query: LicensePositionQuery;
  counts: LicensePositionPage['counts'] | undefined;
  onChange(change: PositionChange): void;
}) {
  const { query, counts, onChange } = props;
  const t = useTexts();
  const format = useFormat();
  const label = (state: string, count: number | undefined) =>
    count === undefined
      ? state
      : t('licences.stateCount', { state, number: format.count(count) });
  const all = counts && STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <div className={styles.chips}>
      <Segments<(typeof STATES)[number] | typeof ALL>
        label={t('licences.states')}
        segments={[
          { id: ALL, content: label(t('licences.allStates'), all) },
          ...STATES.map(state => ({
            id: state,
            content: label(t(`licences.state.${state}`), counts?.[state]),
          })),
        ]}
        selected={query.state ?? ALL}
        onChange={state =>
          onChange({ state: state === ALL ? undefined : state })
        }
      />
    </div>
  );
}
