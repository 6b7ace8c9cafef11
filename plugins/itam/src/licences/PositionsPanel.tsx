import { useApi } from '@backstage/core-plugin-api';
import type {
  AmountJson,
  LicensePositionPage,
} from '@backstage-itam/plugin-itam-common';
import { Skeleton } from '@backstage/ui';
import { RiKey2Line, RiSearchLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  AmountList,
  CsvButton,
  FailureMessage,
  KeyFigures,
  Message,
  Panel,
  useCursorPages,
} from '../ui';
import { type PositionChange, readPositionQuery } from './licencesView';
import { PositionFilters } from './PositionFilters';
import { PositionTable } from './PositionTable';
import { writePagedAddress } from '../view';

/**
 * Every product the reader may see with what is missing and what is wasted:
 * searched, filtered, sorted and paged by the register; the address holds the
 * view.
 */
export function PositionsPanel() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const query = readPositionQuery(search);
  const page = useLoad(JSON.stringify(query), () =>
    api.listLicensePositions(query),
  );
  const write = (next: PositionChange) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(query.cursor, cursor => write({ cursor }));
  const change = (next: PositionChange) => {
    pages.restart();
    write(next);
  };
  const answer = page.state === 'ready' ? page.value : undefined;
  const filtered = [
    query.q,
    query.vendor,
    query.owner,
    query.metric,
    query.state,
  ].some(Boolean);

  return (
    <Panel
      title={t('licences.title')}
      busy={page.state === 'loading'}
      actions={
        <CsvButton
          fileName="licence-positions.csv"
          load={() =>
            api.getCsv('/licenses/position', {
              ...query,
              cursor: undefined,
              limit: undefined,
            })
          }
        />
      }
    >
      {page.state !== 'failed' && <Totals page={answer} />}
      <PositionFilters
        query={query}
        asOf={answer?.asOf}
        counts={answer?.counts}
        onChange={change}
      />
      {page.state === 'failed' ? (
        <FailureMessage
          failure={page.failure}
          forbidden={t('licences.forbidden')}
          onRetry={page.retry}
        />
      ) : (
        <PositionTable
          page={answer}
          stale={page.state === 'ready' && page.stale}
          query={query}
          pages={pages}
          search={search}
          onChange={change}
          empty={
            <Message
              role="status"
              icon={
                filtered ? <RiSearchLine size={18} /> : <RiKey2Line size={18} />
              }
              title={t(
                filtered ? 'licences.noMatchTitle' : 'licences.noneTitle',
              )}
              text={t(filtered ? 'licences.noMatchText' : 'licences.noneText')}
            />
          }
        />
      )}
    </Panel>
  );
}

/** Keeps its place while the figures are on their way. */
function Totals(props: { page: LicensePositionPage | undefined }) {
  const { page } = props;
  const totals = page?.totals;
  const t = useTexts();
  // What is unused has a price somebody else may see: nothing is not the word.
  const isHidden = page?.items.some(
    pool => pool.unused && pool.wastePerMonth === undefined,
  );
  const figure = (amounts: readonly AmountJson[] | undefined) =>
    amounts ? (
      <AmountList
        amounts={amounts}
        none={isHidden ? '–' : t('licences.nothing')}
      />
    ) : (
      <Skeleton width={160} height={26} aria-hidden="true" />
    );
  return (
    <KeyFigures
      figures={[
        {
          label: t('licences.wastePerMonth'),
          value: figure(totals?.wastePerMonth),
          note: t('licences.wasteNote'),
        },
        {
          label: t('licences.trueUp'),
          value: figure(totals?.trueUp),
          note: t('licences.trueUpNote'),
        },
      ]}
    />
  );
}
