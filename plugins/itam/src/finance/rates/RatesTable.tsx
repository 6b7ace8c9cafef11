import type { RatePage } from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { RiExchangeLine } from '@remixicon/react';
import { useMemo, useRef } from 'react';
import { type Format, useFormat } from '../../format';
import { type SectionTexts, useSectionTexts } from '../../translation';
import {
  Chip,
  type CursorPages,
  InlineNote,
  Message,
  RefTitle,
  type ServerColumn,
  ServerTable,
} from '../../ui';
import { RATE_PAGE_SIZES, type RatesView } from './ratesView';

type Rate = RatePage['items'][number];

/**
 * A page of rates; those set by hand say who did it and what the file has.
 */
export function RatesTable(props: {
  page: RatePage | undefined;
  stale: boolean;
  view: RatesView;
  pages: CursorPages;
  onTakeBack(rate: Rate): void;
  onChange(change: { limit?: string }): void;
}) {
  const { page, stale, view, pages, onChange } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const takeBack = useRef(props.onTakeBack);
  takeBack.current = props.onTakeBack;
  // Without a rate set by hand there is nothing to take back.
  const canTakeBack =
    !!page?.canEdit && page.items.some(({ source }) => source === 'manual');
  const columns = useMemo(
    () => columnsOf(t, format, canTakeBack, rate => takeBack.current(rate)),
    [t, format, canTakeBack],
  );
  return (
    <ServerTable
      columns={columns}
      rows={page?.items}
      rowId={({ currency, date }) => `${currency} ${date}`}
      minWidth={500}
      stale={stale}
      empty={
        <Message
          role="status"
          icon={<RiExchangeLine size={18} />}
          title={t('finance.rates.emptyTitle')}
          text={t('finance.rates.emptyText')}
        />
      }
      query={view}
      pages={pages}
      pageSizes={RATE_PAGE_SIZES}
      totalCount={page?.totalItems}
      nextCursor={page?.nextCursor}
      label={page ? t('finance.rates.count', { count: page.totalItems }) : ''}
      onChange={onChange}
    />
  );
}

function columnsOf(
  t: SectionTexts,
  format: Format,
  canTakeBack: boolean,
  onTakeBack: (rate: Rate) => void,
): ServerColumn<Rate>[] {
  const columns: ServerColumn<Rate>[] = [
    {
      id: 'date',
      label: t('finance.rates.date'),
      isRowHeader: true,
      minWidth: 124,
      content: ({ date }) => format.date(date),
    },
    {
      id: 'currency',
      label: t('finance.rates.currency'),
      isRowHeader: true,
      minWidth: 84,
      // The rate says it too.
      stacked: 'left-out',
      content: ({ currency }) => currency,
    },
    {
      id: 'rate',
      label: t('finance.rates.rate'),
      isFigure: true,
      minWidth: 124,
      content: ({ unitsPerEuro, currency }) =>
        format.rate(unitsPerEuro, currency),
    },
    {
      id: 'source',
      label: t('finance.rates.source'),
      defaultWidth: '2fr',
      minWidth: 96,
      content: rate => <Source rate={rate} t={t} format={format} />,
    },
  ];
  if (canTakeBack) {
    columns.push({
      id: 'actions',
      label: t('finance.rates.actions'),
      isFigure: true,
      stacked: 'by-itself',
      content: rate =>
        rate.source === 'manual' && (
          <Button
            variant="secondary"
            size="small"
            aria-label={t('finance.rates.takeBackOf', {
              currency: rate.currency,
              date: format.date(rate.date),
            })}
            onPress={() => onTakeBack(rate)}
          >
            {t('finance.rates.takeBack')}
          </Button>
        ),
    });
  }
  return columns;
}

function Source(props: { rate: Rate; t: SectionTexts; format: Format }) {
  const { rate, t, format } = props;
  if (rate.source === 'file') {
    return <>{t('finance.rates.file')}</>;
  }
  const notes = [
    rate.setAt &&
      rate.setBy &&
      t('finance.rates.setBy', {
        time: format.instant(rate.setAt),
        by: <RefTitle of={rate.setBy} />,
      }),
    rate.replaced &&
      t('finance.rates.replaced', {
        rate: format.rate(rate.replaced, rate.currency),
      }),
  ].filter(Boolean);
  return (
    <>
      <Chip tone="info">{t('finance.rates.manual')}</Chip>
      {notes.map((note, index) => (
        <div key={index}>
          <InlineNote>{note}</InlineNote>
        </div>
      ))}
    </>
  );
}
