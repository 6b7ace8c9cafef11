import type { DiscoveryDetail } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import styles from './Discoveries.module.css';
import { DataTable, Panel, RefTitle, usePageOf, usePaths } from '../ui';

const PAGE = 25;

/**
 * Where software was found last.
 */
export function SightingTable(props: {
  sightings: DiscoveryDetail['sightings'];
}) {
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  const { shown, pager } = usePageOf(props.sightings, PAGE);
  const title = t('discoveries.sightings');
  return (
    <Panel title={title}>
      <DataTable
        label={title}
        rows={shown}
        rowKey={sighting =>
          JSON.stringify([
            sighting.name,
            sighting.device,
            sighting.user,
            sighting.service,
          ])
        }
        columns={[
          {
            id: 'name',
            label: t('discoveries.columns.name'),
            cell: ({ name }) => name,
          },
          {
            id: 'device',
            label: t('discoveries.place'),
            cell: ({ device, record, service }) => {
              if (service) {
                return <SightedService service={service} />;
              }
              const href = record && paths.record(record);
              return href ? (
                <Link href={href}>{device ?? record}</Link>
              ) : (
                device
              );
            },
          },
          {
            id: 'user',
            label: t('discoveries.user'),
            cell: ({ user }) => user && <RefTitle of={user} />,
          },
          {
            id: 'lastSeen',
            label: t('discoveries.columns.lastSeen'),
            oneLine: true,
            cell: ({ lastSeen }) => format.date(lastSeen),
          },
          {
            id: 'source',
            label: t('discoveries.source'),
            secondary: true,
            cell: ({ source, service }) =>
              service ? t('discoveries.bill') : source,
          },
        ]}
      />
      {pager}
    </Panel>
  );
}

function SightedService({ service }: { service: string }) {
  const paths = usePaths();
  const href = paths.entity(service);
  const title = <RefTitle of={service} />;
  return href ? <Link href={href}>{title}</Link> : title;
}

/**
 * What was spent with a supplier, the newest first.
 */
export function SpendTable(props: { spend: DiscoveryDetail['spend'] }) {
  const t = useSectionTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(props.spend, PAGE);
  const title = t('discoveries.spend');
  return (
    <Panel title={title}>
      <DataTable
        label={title}
        rows={shown.map((line, index) => ({ ...line, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: 'date',
            label: t('discoveries.date'),
            oneLine: true,
            cell: ({ date }) => format.date(date),
          },
          {
            id: 'text',
            label: t('discoveries.text'),
            cell: ({ text }) => text,
          },
          {
            id: 'costCenter',
            label: t('finance.node.costCenter'),
            secondary: true,
            cell: ({ costCenter }) => costCenter,
          },
          {
            id: 'source',
            label: t('discoveries.source'),
            secondary: true,
            cell: ({ source }) => source,
          },
          {
            id: 'amount',
            label: t('organisation.parts.amount'),
            align: 'end',
            cell: ({ amount }) => (amount ? format.amount(amount) : '–'),
          },
        ]}
      />
      {pager}
    </Panel>
  );
}

/**
 * What was spent with a supplier beside what its records charge, by month.
 */
export function SpendMonthsTable(props: {
  months: NonNullable<DiscoveryDetail['months']>;
}) {
  const t = useSectionTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(props.months, PAGE);
  const title = t('discoveries.compared.title');
  return (
    <Panel title={title}>
      <p className={styles.help}>{t('discoveries.compared.help')}</p>
      <DataTable
        label={title}
        rows={shown}
        rowKey={({ month, spent }) => `${month} ${spent.currency}`}
        columns={[
          {
            id: 'month',
            label: t('discoveries.compared.month'),
            oneLine: true,
            cell: ({ month }) => format.month(month),
          },
          ...(['spent', 'charged', 'difference'] as const).map(id => ({
            id,
            label: t(`discoveries.compared.${id}`),
            align: 'end' as const,
            cell: (row: (typeof shown)[number]) => format.amount(row[id]),
          })),
        ]}
      />
      {pager}
    </Panel>
  );
}
