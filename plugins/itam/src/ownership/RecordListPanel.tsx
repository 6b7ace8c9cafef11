import { useApi } from '@backstage/core-plugin-api';
import type {
  RecordPage,
  RecordQuery,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import {
  AmountList,
  DataTable,
  LoadedPanel,
  Message,
  RecordName,
  RefLink,
  usePaths,
} from '../ui';

const SHOWN = 25;

/**
 * Records of the register that something is wrong with, and the way to all of
 * them.
 */
export function RecordListPanel(props: {
  title: string;
  query: RecordQuery & Record<string, string>;
  /** Whom the second column names. */
  party: 'owner' | 'assignee';
  noneTitle: string;
  noneText: string;
}) {
  const { title, query, party, noneTitle, noneText } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const paths = usePaths();
  const loaded = useLoad(JSON.stringify(query), () =>
    api.listRecords({ ...query, limit: SHOWN }),
  );
  const href = paths.register(query);
  const total = loaded.state === 'ready' ? loaded.value.totalItems : 0;
  return (
    <LoadedPanel
      title={title}
      loaded={loaded}
      skeleton={[20, 32, 32, 32]}
      forbidden={t('failure.forbiddenRecords')}
      actions={
        href &&
        total > 0 && (
          <Link href={href}>{t('group.openRegister', { count: total })}</Link>
        )
      }
    >
      {page =>
        page.totalItems === 0 ? (
          <Message
            role="status"
            icon={<RiCheckLine size={18} />}
            title={noneTitle}
            text={noneText}
          />
        ) : (
          <Records title={title} page={page} party={party} />
        )
      }
    </LoadedPanel>
  );
}

function Records(props: {
  title: string;
  page: RecordPage;
  party: 'owner' | 'assignee';
}) {
  const { title, page, party } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  const priced = page.items.some(record => record.monthlyCost);
  return (
    <DataTable<RecordSummary>
      label={title}
      rows={page.items}
      stacks
      rowKey={record => record.ref}
      columns={[
        {
          id: 'title',
          label: t('register.columns.title'),
          ownLine: true,
          named: false,
          cell: record => (
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
          id: party,
          label: t(`organisation.party.${party}`),
          cell: record => {
            const label = record[party];
            if (label) {
              return <RefLink label={label} />;
            }
            return record.kind === 'License' && party === 'assignee'
              ? t('organisation.party.seats')
              : t('organisation.party.none');
          },
        },
        {
          id: 'changed',
          label: t('register.columns.updatedAt'),
          secondary: true,
          oneLine: true,
          cell: record => format.date(record.updatedAt),
        },
        ...(priced
          ? [
              {
                id: 'month',
                label: t('register.columns.monthlyCost'),
                align: 'end' as const,
                cell: (record: RecordSummary) => (
                  <AmountList amounts={record.monthlyCost ?? []} none="–" />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
