import type {
  DiscoveryEntry,
  DiscoveryPage,
  DiscoveryQuery,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { type ReactNode, useMemo } from 'react';
import { type Format, useFormat } from '../format';
import { type SectionTexts, useSectionTexts } from '../translation';
import {
  AmountList,
  type CursorPages,
  InlineNote,
  type ServerColumn,
  ServerTable,
} from '../ui';
import { type DiscoveryChange, PAGE_SIZES } from './discoveriesView';
import { DiscoveryStateChip } from './DiscoveryStateChip';
import { foundText } from './foundText';

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
    <ServerTable
      columns={columns}
      rows={page?.items}
      rowId={({ id }) => String(id)}
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
): ServerColumn<DiscoveryEntry>[] {
  const detailOf = (id: number) => {
    const next = new URLSearchParams(search);
    next.set('discovery', String(id));
    return `?${next}`;
  };
  return [
    {
      id: 'name',
      label: t('discoveries.columns.name'),
      isRowHeader: true,
      isSortable: true,
      defaultWidth: '2fr',
      minWidth: 148,
      content: ({ id, name, publisher, kind }) => (
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
    },
    {
      id: 'state',
      label: t('discoveries.columns.state'),
      minWidth: 112,
      stacked: 'by-itself',
      content: ({ state, mappedTo }) => (
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
    },
    {
      id: 'found',
      label: t('discoveries.columns.found'),
      minWidth: 100,
      content: discovery => foundText(t, discovery),
    },
    {
      id: 'spent',
      label: t('discoveries.columns.spent'),
      isFigure: true,
      minWidth: 100,
      content: ({ spent = [] }) =>
        spent.length > 0 && <AmountList amounts={spent} />,
    },
    {
      id: 'lastSeen',
      label: t('discoveries.columns.lastSeen'),
      isSortable: true,
      minWidth: 132,
      content: ({ lastSeen }) => format.date(lastSeen),
    },
  ];
}
