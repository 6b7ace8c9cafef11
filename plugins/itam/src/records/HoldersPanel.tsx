import { useApi } from '@backstage/core-plugin-api';
import type {
  AssignmentEntry,
  RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  Chip,
  CursorPager,
  type DataColumn,
  DataTable,
  FailureMessage,
  InlineNote,
  Note,
  Panel,
  RefLink,
  SkeletonLines,
  useCursorPages,
} from '../ui';

const PAGE_SIZE = 10;

/**
 * Who holds a record and who held it before, the latest first, in pages.
 */
export function HoldersPanel(props: { detail: RecordDetail }) {
  const { record, stock } = props.detail;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const [cursor, setCursor] = useState<string>();
  const pages = useCursorPages(cursor, setCursor);
  const loaded = useLoad(
    `${record.ref} ${record.version} ${cursor ?? ''}`,
    () => api.listAssignments(record.ref, { limit: PAGE_SIZE, cursor }),
  );
  if (loaded.state === 'loading') {
    return (
      <Panel title={t('holders.title')} busy>
        <SkeletonLines heights={[24, 24]} />
      </Panel>
    );
  }
  if (loaded.state === 'failed') {
    return (
      <Panel title={t('holders.title')}>
        <FailureMessage
          failure={loaded.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={loaded.retry}
        />
      </Panel>
    );
  }
  const { items, nextCursor, totalItems } = loaded.value;
  const columns: DataColumn<AssignmentEntry>[] = [
    {
      id: 'to',
      label: t('record.holder'),
      cell: one => (
        <>
          <RefLink label={one.to} />
          {one.overdue && (
            <>
              {' '}
              <Chip tone="warning">{t('holders.overdue')}</Chip>
            </>
          )}
          {one.note && (
            <>
              <br />
              <InlineNote>{one.note}</InlineNote>
            </>
          )}
        </>
      ),
    },
    ...(stock
      ? [
          {
            id: 'quantity',
            label: t('actions.pieces'),
            align: 'end' as const,
            cell: (one: AssignmentEntry) => format.count(one.quantity ?? 1),
          },
        ]
      : []),
    {
      id: 'from',
      label: t('record.position.from'),
      oneLine: true,
      cell: one => format.date(one.from),
    },
    {
      id: 'until',
      label: t('record.position.until'),
      oneLine: true,
      cell: one => {
        if (one.until) {
          return format.date(one.until);
        }
        return one.dueBack
          ? t('holders.dueBack', { date: format.date(one.dueBack) })
          : undefined;
      },
    },
  ];
  return (
    <Panel title={t('holders.title')} stale={loaded.stale}>
      {items.length === 0 ? (
        <Note>{t('holders.none')}</Note>
      ) : (
        <DataTable
          label={t('holders.title')}
          rows={items}
          rowKey={one => String(one.id)}
          columns={columns}
        />
      )}
      <CursorPager pages={pages} nextCursor={nextCursor}>
        <InlineNote>
          {`${format.count(pages.passedPages * PAGE_SIZE + 1)} – ${format.count(
            pages.passedPages * PAGE_SIZE + items.length,
          )} / ${format.count(totalItems)}`}
        </InlineNote>
      </CursorPager>
    </Panel>
  );
}
