import { useApi } from '@backstage/core-plugin-api';
import type {
  RecordQuery,
  RecordSummary,
  SupplierEntry,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { type Format, useFormat } from '../format';
import { useLoad } from '../loading';
import {
  endsText,
  type SectionTexts,
  typeText,
  useSectionTexts,
} from '../translation';
import {
  AmountList,
  FailureMessage,
  Note,
  Panel,
  type Paths,
  RecordName,
  RefLink,
  Segments,
  type ServerColumn,
  ServerTable,
  useCursorPages,
  usePaths,
} from '../ui';
import { writePagedAddress } from '../view';

const PAGE_SIZES = [25, 50, 100];
const SORTS = ['title', 'owner', 'endsOn'] as const;
const KINDS = [
  ['Contract', 'contracts'],
  ['License', 'licenses'],
  ['Asset', 'assets'],
] as const;

/**
 * All contracts, licences or assets of a supplier, sorted and paged by the
 * register.
 */
export function SupplierRecords(props: { supplier: SupplierEntry }) {
  const { supplier } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const query = readQuery(search, supplier);
  const page = useLoad(JSON.stringify(query), () => api.listRecords(query));
  const write = (next: Parameters<typeof writePagedAddress>[1]) =>
    setSearch(current => writePagedAddress(current, next), { replace: true });
  const pages = useCursorPages(query.cursor, cursor => write({ cursor }));
  const answer = page.state === 'ready' ? page.value : undefined;
  const columns = useMemo(
    () => columnsOf(t, format, paths),
    // Paths only change with the portal's routes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, format],
  );
  const register = paths.register({
    vendor: supplier.vendor,
    ...(query.kind ? { kind: query.kind } : {}),
  });
  return (
    <Panel
      title={t('suppliers.records.title')}
      busy={page.state === 'loading'}
      actions={
        register && (
          <Link href={register}>{t('suppliers.records.register')}</Link>
        )
      }
    >
      <Segments
        label={t('suppliers.records.kinds')}
        segments={KINDS.map(([kind, count]) => ({
          id: kind,
          content: t('suppliers.records.tab', {
            kind: t(`kinds.${kind}`),
            number: format.count(supplier[count]),
          }),
        }))}
        selected={query.kind}
        onChange={kind => {
          pages.restart();
          write({ kind });
        }}
      />
      {page.state === 'failed' ? (
        <FailureMessage
          failure={page.failure}
          forbidden={t('suppliers.records.forbidden')}
          onRetry={page.retry}
        />
      ) : (
        <ServerTable
          columns={columns}
          rows={answer?.items}
          rowId={({ ref }) => ref}
          minWidth={720}
          stale={page.state === 'ready' && page.stale}
          empty={<Note>{t('suppliers.records.none')}</Note>}
          query={query}
          defaultSort="title"
          pages={pages}
          pageSizes={PAGE_SIZES}
          totalCount={answer?.totalItems}
          nextCursor={answer?.nextCursor}
          label={
            answer
              ? t('suppliers.records.count', { count: answer.totalItems })
              : ''
          }
          onChange={next => {
            pages.restart();
            write(next);
          }}
        />
      )}
    </Panel>
  );
}

/** The kind that is asked for, else the first there is something of. */
function readQuery(
  search: URLSearchParams,
  supplier: SupplierEntry,
): RecordQuery {
  const [kind] =
    KINDS.find(([name]) => name === search.get('kind')) ??
    KINDS.find(([, count]) => supplier[count] > 0) ??
    KINDS[0];
  const limit = Number(search.get('limit'));
  return {
    vendor: supplier.vendor,
    kind,
    sort: SORTS.find(sort => sort === search.get('sort')),
    order: (['asc', 'desc'] as const).find(
      order => order === search.get('order'),
    ),
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: search.get('cursor') ?? undefined,
  };
}

function columnsOf(
  t: SectionTexts,
  format: Format,
  paths: Paths,
): ServerColumn<RecordSummary>[] {
  return [
    {
      id: 'title',
      label: t('suppliers.records.name'),
      isRowHeader: true,
      isSortable: true,
      defaultWidth: '2fr',
      minWidth: 200,
      content: record => (
        <RecordName
          kind={record.kind}
          title={record.title}
          recordRef={record.ref}
          href={paths.record(record.ref)}
          detail={record.tag ?? record.serialNumber ?? record.product}
        />
      ),
    },
    {
      id: 'type',
      label: t('suppliers.records.type'),
      minWidth: 110,
      content: ({ type, kind }) => type && typeText(t, kind, type),
    },
    {
      id: 'owner',
      label: t('suppliers.records.owner'),
      isSortable: true,
      minWidth: 120,
      content: ({ owner }) => owner && <RefLink label={owner} />,
    },
    {
      id: 'endsOn',
      label: t('suppliers.records.until'),
      isSortable: true,
      defaultWidth: '1.3fr',
      minWidth: 140,
      // Its words say what ends.
      stacked: 'by-itself',
      content: record => endsText(t, record, format.date),
    },
    {
      id: 'monthlyCost',
      label: t('suppliers.records.month'),
      isFigure: true,
      minWidth: 124,
      content: ({ monthlyCost }) =>
        monthlyCost && <AmountList amounts={monthlyCost} />,
    },
  ];
}
