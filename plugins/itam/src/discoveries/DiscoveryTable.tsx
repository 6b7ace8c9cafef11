import type {
  DiscoveryEntry,
  DiscoveryPage,
  DiscoveryQuery,
} from '@backstage-itam/plugin-itam-common';
import { Cell, type ColumnConfig, Link, type TableItem } from '@backstage/ui';
import { type ReactNode, useMemo } from 'react';
import { type Format, useFormat } from '../format';
import { type SectionTexts, useSectionTexts } from '../translation';
import {
  AmountList,
  type CursorPages,
  figureColumn,
  InlineNote,
  ServerTable,
} from '../ui';
import { type DiscoveryChange, PAGE_SIZES } from './discoveriesView';
import { DiscoveryStateChip } from './DiscoveryStateChip';
import { foundText } from './foundText';

interface Item extends TableItem {
  discovery: DiscoveryEntry;
}

/**
 * One page of discovered names; sorting and paging ask the register.
 */
export function DiscoveryTable(props: {
  page: DiscoveryPage | undefined;
  stale: boolean;
  query: DiscoveryQuery;
  pages: CursorPages;
  /** The address, whose view a detail leads back to. */
  search: URLSearchParams;
  empty: ReactNode;
  onChange(change: DiscoveryChange): void;
}) {
  const { page, stale, query, pages, search, empty, onChange } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const address = search.toString();
  const columns = useMemo(
    () => columnsOf(t, format, new URLSearchParams(address)),
    [t, format, address],
  );
  return (
    <ServerTable<Item>
      columns={columns}
      items={page?.items.map(discovery => ({
        id: String(discovery.id),
        discovery,
      }))}
      minWidth={600}
      stale={stale}
      empty={empty}
      query={query}
      defaultSort="name"
      pages={pages}
      pageSizes={PAGE_SIZES}
      totalCount={page?.totalItems}
      nextCursor={page?.nextCursor}
      label={page ? t('discoveries.count', { count: page.totalItems }) : ''}
      onChange={onChange}
    />
  );
}

function columnsOf(
  t: SectionTexts,
  format: Format,
  search: URLSearchParams,
): ColumnConfig<Item>[] {
  const column = (
    id: string,
    label: string,
    content: (discovery: DiscoveryEntry) => ReactNode,
    more: Partial<ColumnConfig<Item>> = {},
  ): ColumnConfig<Item> => ({
    id,
    label,
    defaultWidth: '1fr',
    cell: ({ discovery }) => <Cell>{content(discovery)}</Cell>,
    ...more,
  });
  const detailOf = (id: number) => {
    const next = new URLSearchParams(search);
    next.set('discovery', String(id));
    return `?${next}`;
  };
  return [
    column(
      'name',
      t('discoveries.columns.name'),
      ({ id, name, publisher, kind }) => (
        <span>
          <Link href={detailOf(id)} standalone>
            {name}
          </Link>
          <br />
          <InlineNote>
            {[t(`discoveries.kind.${kind}`), publisher]
              .filter(Boolean)
              .join(' · ')}
          </InlineNote>
        </span>
      ),
      {
        isRowHeader: true,
        isSortable: true,
        defaultWidth: '2fr',
        minWidth: 148,
      },
    ),
    column(
      'state',
      t('discoveries.columns.state'),
      ({ state, mappedTo }) => (
        <span>
          <DiscoveryStateChip state={state} />
          {mappedTo && (
            <>
              <br />
              <InlineNote>{mappedTo}</InlineNote>
            </>
          )}
        </span>
      ),
      { minWidth: 112 },
    ),
    column(
      'found',
      t('discoveries.columns.found'),
      discovery => foundText(t, discovery),
      { minWidth: 100 },
    ),
    figureColumn<Item>(
      { id: 'spent', label: t('discoveries.columns.spent'), minWidth: 100 },
      ({ discovery }) => <AmountList amounts={discovery.spent ?? []} />,
    ),
    column(
      'lastSeen',
      t('discoveries.columns.lastSeen'),
      ({ lastSeen }) => format.date(lastSeen),
      { isSortable: true, minWidth: 132 },
    ),
  ];
}
