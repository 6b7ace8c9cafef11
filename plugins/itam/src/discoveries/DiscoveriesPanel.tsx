import { useApi } from '@backstage/core-plugin-api';
import type { DiscoveryPage } from '@backstage-itam/plugin-itam-common';
import { RiRadarLine, RiSearchLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import {
  ChoicePicker,
  CsvButton,
  DelayedSearch,
  FailureMessage,
  Message,
  Note,
  Panel,
  Toolbar,
  ToolbarSearch,
  useCursorPages,
} from '../ui';
import { writePagedAddress } from '../view';
import {
  ANY_STATE,
  type DiscoveryChange,
  KINDS,
  readDiscoveryQuery,
  STATES,
} from './discoveriesView';
import { DiscoveryTable } from './DiscoveryTable';

/**
 * Names that discovery lists and ledgers have, searched, filtered, sorted and
 * paged by the register; the address holds the view.
 */
export function DiscoveriesPanel() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const query = readDiscoveryQuery(search);
  const page = useLoad(JSON.stringify(query), () =>
    api.discoveries.list(query),
  );
  const write = (next: DiscoveryChange) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(query.cursor, cursor => write({ cursor }));
  const change = (next: DiscoveryChange) => {
    pages.restart();
    write(next);
  };
  const answer = page.state === 'ready' ? page.value : undefined;
  if (page.state === 'failed') {
    return (
      <Panel title={t('discoveries.title')}>
        <FailureMessage
          failure={page.failure}
          forbidden={t('discoveries.forbidden')}
          onRetry={page.retry}
        />
      </Panel>
    );
  }
  return (
    <Panel
      title={t('discoveries.title')}
      busy={page.state === 'loading'}
      actions={
        <CsvButton
          fileName="discoveries.csv"
          load={() =>
            api.getCsv('/discoveries', {
              ...query,
              limit: undefined,
              cursor: undefined,
            })
          }
        />
      }
    >
      <Note>{t('discoveries.intro')}</Note>
      <Toolbar>
        <ToolbarSearch>
          <DelayedSearch
            label={t('discoveries.search')}
            value={query.q ?? ''}
            onChange={q => change({ q })}
          />
        </ToolbarSearch>
        <ChoicePicker
          label={t('discoveries.kindLabel')}
          value={query.kind}
          options={KINDS.map(value => ({
            value,
            label: t(`discoveries.kind.${value}`),
          }))}
          onChange={kind => change({ kind })}
        />
        <StatePicker
          state={query.state}
          page={answer}
          onChange={state => change({ state: state ?? ANY_STATE })}
        />
      </Toolbar>
      <DiscoveryTable
        page={answer}
        stale={page.state === 'ready' && page.stale}
        query={query}
        pages={pages}
        search={search}
        onChange={change}
        empty={<Nothing asked={query.q !== undefined} state={query.state} />}
      />
    </Panel>
  );
}

function StatePicker(props: {
  state: string | undefined;
  page: DiscoveryPage | undefined;
  onChange(state: string | undefined): void;
}) {
  const { state, page, onChange } = props;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <ChoicePicker
      label={t('discoveries.stateLabel')}
      value={state}
      options={STATES.map(value => {
        const counted = page?.byState.find(count => count.state === value);
        const label = t(`discoveries.state.${value}`);
        return {
          value,
          label: counted ? `${label} (${format.count(counted.items)})` : label,
        };
      })}
      onChange={onChange}
    />
  );
}

function Nothing(props: { asked: boolean; state: string | undefined }) {
  const t = useSectionTexts();
  return props.asked ? (
    <Message
      role="status"
      icon={<RiSearchLine size={18} />}
      title={t('discoveries.noMatchTitle')}
      text={t('discoveries.noMatchText')}
    />
  ) : (
    <Message
      role="status"
      icon={<RiRadarLine size={18} />}
      title={t(
        props.state === 'unmatched'
          ? 'discoveries.noneUnmatchedTitle'
          : 'discoveries.noneTitle',
      )}
      text={t('discoveries.noneText')}
    />
  );
}
