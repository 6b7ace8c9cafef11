import type { RatePage } from '@backstage-itam/plugin-itam-common';
import { Button, Cell, type ColumnConfig } from '@backstage/ui';
import { RiExchangeLine } from '@remixicon/react';
import { useMemo, useRef } from 'react';
import { type Format, useFormat } from '../../format';
import { type SectionTexts, useSectionTexts } from '../../translation';
import {
  Chip,
  type CursorPages,
  figureColumn,
  InlineNote,
  Message,
  RefTitle,
  ServerTable,
  useIsNarrow,
} from '../../ui';
import { RATE_PAGE_SIZES, type RatesView } from './ratesView';

type Rate = RatePage['items'][number];
type Item = { id: string; rate: Rate };

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
  const canEdit = page?.canEdit ?? false;
  const isNarrow = useIsNarrow();
  const columns = useMemo(
    () =>
      columnsOf(t, format, canEdit, rate => takeBack.current(rate)).filter(
        // A phone has no room for it, and the rate says it too.
        ({ id }) => !isNarrow || id !== 'currency',
      ),
    [t, format, canEdit, isNarrow],
  );
  return (
    <ServerTable<Item>
      columns={columns}
      items={page?.items.map(rate => ({
        id: `${rate.currency} ${rate.date}`,
        rate,
      }))}
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
  canEdit: boolean,
  onTakeBack: (rate: Rate) => void,
): ColumnConfig<Item>[] {
  const columns: ColumnConfig<Item>[] = [
    {
      id: 'date',
      label: t('finance.rates.date'),
      isRowHeader: true,
      defaultWidth: '1fr',
      minWidth: 124,
      cell: ({ rate }) => <Cell>{format.date(rate.date)}</Cell>,
    },
    {
      id: 'currency',
      label: t('finance.rates.currency'),
      isRowHeader: true,
      defaultWidth: '1fr',
      minWidth: 84,
      cell: ({ rate }) => <Cell>{rate.currency}</Cell>,
    },
    figureColumn(
      { id: 'rate', label: t('finance.rates.rate'), minWidth: 124 },
      ({ rate }) => format.rate(rate.unitsPerEuro, rate.currency),
    ),
    {
      id: 'source',
      label: t('finance.rates.source'),
      defaultWidth: '2fr',
      minWidth: 96,
      cell: ({ rate }) => (
        <Cell>
          <Source rate={rate} t={t} format={format} />
        </Cell>
      ),
    },
  ];
  if (canEdit) {
    columns.push(
      figureColumn(
        { id: 'actions', label: t('finance.rates.actions') },
        ({ rate }) =>
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
      ),
    );
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
