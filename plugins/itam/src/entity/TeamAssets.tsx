import { useApi } from '@backstage/core-plugin-api';
import {
  formatAmount,
  minorOf,
  type RecordCounts,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { CHOICES } from '../pages/registerView';
import { useTexts } from '../translation';
import {
  type DataColumn,
  DataTable,
  FailureMessage,
  Note,
  SkeletonLines,
  Subheading,
  usePaths,
} from '../ui';
import { type ClassCosts, useClassCosts } from './useClassCosts';

type Row = RecordCounts['items'][number];

/**
 * The assets of a team by class and stage, each count leading to its records,
 * with what each class costs for those who may see it.
 */
export function TeamAssets(props: { ownerRef: string; month?: string }) {
  const { ownerRef, month } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const counts = useLoad(ownerRef, () =>
    api.countRecords({
      by: 'class',
      across: 'stage',
      kind: 'Asset',
      owner: ownerRef,
    }),
  );
  const costs = useClassCosts(ownerRef, month);
  return (
    <section aria-label={t('group.assets')}>
      <Subheading>{t('group.assets')}</Subheading>
      {counts.state === 'loading' && <SkeletonLines heights={[20, 32, 32]} />}
      {counts.state === 'failed' && (
        <FailureMessage
          failure={counts.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={counts.retry}
        />
      )}
      {counts.state === 'ready' &&
        (counts.value.totalItems === 0 ? (
          <Note>{t('group.noAssets')}</Note>
        ) : (
          <ClassTable counts={counts.value} costs={costs} ownerRef={ownerRef} />
        ))}
    </section>
  );
}

function ClassTable(props: {
  counts: RecordCounts;
  costs: ClassCosts | undefined;
  ownerRef: string;
}) {
  const { counts, costs, ownerRef } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  const classText = (key: string) => {
    const known = CHOICES.class.find(one => one === key);
    return known ? t(`class.${known}`) : t('group.noClass');
  };
  const count = (records: number, filters: Record<string, string>) => {
    const href = paths.register({ owner: ownerRef, kind: 'Asset', ...filters });
    const text = format.count(records);
    return records > 0 && href && !Object.values(filters).includes('none') ? (
      <Link href={href}>{text}</Link>
    ) : (
      text
    );
  };
  const stages = CHOICES.stage.filter(stage =>
    counts.items.some(item => recordsAt(item, stage) > 0),
  );
  const columns: DataColumn<Row>[] = [
    {
      id: 'class',
      label: t('register.class'),
      ownLine: true,
      named: false,
      cell: ({ key }) => classText(key),
      footer: t('group.allAssets'),
    },
    ...stages.map(
      (stage): DataColumn<Row> => ({
        id: stage,
        label: t(`stage.${stage}`),
        align: 'end',
        named: true,
        cell: item => count(recordsAt(item, stage), { class: item.key, stage }),
        footer: count(
          counts.items.reduce((sum, item) => sum + recordsAt(item, stage), 0),
          { stage },
        ),
      }),
    ),
    {
      id: 'records',
      label: t('group.count'),
      align: 'end',
      named: true,
      cell: item => count(item.records, { class: item.key }),
      footer: count(counts.totalItems, {}),
    },
    ...(costs
      ? [
          {
            id: 'cost',
            label: t('group.costIn', { month: format.month(costs.month) }),
            align: 'end',
            named: true,
            cell: ({ key }: Row) => {
              const amount = costs.byClass.get(key);
              return amount === undefined
                ? '–'
                : format.money(amount, costs.currency);
            },
            footer: format.money(sumOf(counts.items, costs), costs.currency),
          } satisfies DataColumn<Row>,
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('group.assets')}
      columns={columns}
      rows={counts.items}
      stacks
      rowKey={({ key }) => key}
    />
  );
}

/** What the classes of the table cost together. */
function sumOf(items: readonly Row[], { byClass, currency }: ClassCosts) {
  return formatAmount(
    items.reduce(
      (sum, { key }) => sum + minorOf(byClass.get(key) ?? '0', currency),
      0n,
    ),
    currency,
  );
}

function recordsAt(item: Row, stage: string): number {
  return item.across?.find(({ key }) => key === stage)?.records ?? 0;
}
