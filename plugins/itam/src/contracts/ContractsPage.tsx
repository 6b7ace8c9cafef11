import { useApi } from '@backstage/core-plugin-api';
import type { RenewalPage } from '@backstage-itam/plugin-itam-common';
import { RiCalendarCheckLine, RiSearchLine } from '@remixicon/react';
import { useState } from 'react';
import { DateTime } from 'luxon';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  AmountList,
  CsvButton,
  CursorPager,
  FailureMessage,
  InlineNote,
  KeyFigures,
  Message,
  Panel,
  SkeletonLines,
  useCursorPages,
} from '../ui';
import { CalendarButton } from './calendar/CalendarButton';
import { DeadlineCalendar } from './DeadlineCalendar';
import { focusDay } from './focusDay';
import { RenewalFilters } from './RenewalFilters';
import { RenewalTable } from './RenewalTable';
import {
  PAGE_SIZE,
  rangeOfView,
  readRenewalView,
  type RenewalChange,
  renewalQueryOf,
} from './renewalsView';
import { writePagedAddress } from '../view';

/**
 * What has to be renewed or given notice of, month by month; the address holds
 * the view: `?days=30`, or `?from=2026-11-01&to=2027-01-31`.
 * @public
 */
export function ContractsPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const view = readRenewalView(search);
  const today = DateTime.now();
  const query = renewalQueryOf(view, today);
  const page = useLoad(JSON.stringify(query), () => api.listRenewals(query));
  const write = (next: RenewalChange) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(view.cursor, cursor => write({ cursor }));
  const answer = page.state === 'ready' ? page.value : undefined;
  const range = rangeOfView(view, today);
  const [chosenDay, setChosenDay] = useState<string>();
  const chooseDay = (day: string) => {
    setChosenDay(day);
    focusDay(day);
  };

  return (
    <>
      <Panel
        title={t('renewals.title')}
        busy={page.state === 'loading'}
        stale={page.state === 'ready' && page.stale}
        actions={
          <>
            <CalendarButton />
            <CsvButton
              fileName={`renewals-${range.from}-${range.to}.csv`}
              load={() =>
                api.getCsv('/renewals', {
                  ...query,
                  limit: undefined,
                  cursor: undefined,
                })
              }
            />
          </>
        }
      >
        <RenewalFilters
          view={view}
          range={range}
          items={answer?.items ?? []}
          onChange={next => {
            pages.restart();
            write(next);
          }}
        />
        {page.state === 'loading' && (
          <SkeletonLines heights={[40, 32, 32, 32, 32]} />
        )}
        {page.state === 'failed' && (
          <FailureMessage
            failure={page.failure}
            forbidden={t('renewals.forbidden')}
            onRetry={page.retry}
          />
        )}
        {answer && answer.items.length === 0 && (
          <NothingAhead
            filtered={
              view.decision || !!view.state || !!view.owner || !!view.vendor
            }
            range={range}
          />
        )}
        {answer && answer.items.length > 0 && (
          <>
            <Totals page={answer} />
            <DeadlineCalendar
              range={range}
              items={answer.items}
              chosen={chosenDay}
              onChoose={chooseDay}
            />
            <RenewalTable items={answer.items} chosenDay={chosenDay} />
            <Pager page={answer} pages={pages} />
          </>
        )}
      </Panel>
    </>
  );
}

function Totals(props: { page: RenewalPage }) {
  const { page } = props;
  const t = useTexts();
  const format = useFormat();
  const partial = page.items.length < page.totalItems;
  return (
    <KeyFigures
      figures={[
        {
          label: t('renewals.title'),
          value: format.count(page.totalItems),
          note: t('renewals.summary', {
            from: format.date(page.from),
            to: format.date(page.to),
          }),
        },
        ...(page.totals.nextAmount.length > 0
          ? [
              {
                label: t(
                  partial ? 'renewals.nextTotalPage' : 'renewals.nextTotal',
                ),
                value: <AmountList amounts={page.totals.nextAmount} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function NothingAhead(props: {
  filtered: boolean;
  range: { from: string; to: string };
}) {
  const { filtered, range } = props;
  const t = useTexts();
  const format = useFormat();
  return filtered ? (
    <Message
      role="status"
      icon={<RiSearchLine size={18} />}
      title={t('renewals.noMatchTitle')}
      text={t('renewals.noMatchText')}
    />
  ) : (
    <Message
      role="status"
      icon={<RiCalendarCheckLine size={18} />}
      title={t('renewals.noneTitle')}
      text={t('renewals.noneText', {
        from: format.date(range.from),
        to: format.date(range.to),
      })}
    />
  );
}

function Pager(props: {
  page: RenewalPage;
  pages: ReturnType<typeof useCursorPages>;
}) {
  const { page, pages } = props;
  const t = useTexts();
  const format = useFormat();
  if (page.items.length >= page.totalItems && pages.passedPages === 0) {
    return null;
  }
  const first = pages.passedPages * PAGE_SIZE + 1;
  return (
    <CursorPager pages={pages} nextCursor={page.nextCursor}>
      <InlineNote>
        {t('renewals.page', {
          first: format.count(first),
          last: format.count(first + page.items.length - 1),
          total: format.count(page.totalItems),
        })}
      </InlineNote>
    </CursorPager>
  );
}
