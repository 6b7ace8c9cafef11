import { useApi } from '@backstage/core-plugin-api';
import type { RecordCountsQuery } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import { DataTable, LoadedPanel, Note, titleOfRef, usePaths } from '../ui';

/**
 * Owners or holders with how many records they have, each leading to them.
 */
export function PartyCountsPanel(props: {
  title: string;
  query: RecordCountsQuery & { by: 'owner' | 'assignee' };
  /** Said when there is nobody. */
  none: string;
}) {
  const { title, query, none } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const paths = usePaths();
  const loaded = useLoad(JSON.stringify(query), () => api.countRecords(query));
  return (
    <LoadedPanel
      title={title}
      loaded={loaded}
      skeleton={[20, 28, 28]}
      forbidden={t('failure.forbiddenRecords')}
    >
      {({ items }) =>
        items.length === 0 ? (
          <Note>{none}</Note>
        ) : (
          <DataTable
            label={title}
            rows={items}
            rowKey={item => item.key}
            columns={[
              {
                id: 'party',
                label: t(`organisation.party.${query.by}`),
                cell: ({ key }) => {
                  const href = paths.register({ [query.by]: key });
                  const name = titleOfRef({ ref: key });
                  return (
                    <span title={key}>
                      {href ? <Link href={href}>{name}</Link> : name}
                    </span>
                  );
                },
              },
              {
                id: 'kind',
                label: t('register.columns.kind'),
                secondary: true,
                cell: ({ key }) =>
                  t(
                    key.startsWith('user:')
                      ? 'organisation.party.person'
                      : 'organisation.party.group',
                  ),
              },
              {
                id: 'records',
                label: t('organisation.tree.records'),
                align: 'end',
                cell: ({ records }) => format.count(records),
              },
            ]}
          />
        )
      }
    </LoadedPanel>
  );
}
