import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../translation';
import { AmountList, DataTable, Note, Panel } from '../ui';

/**
 * What was paid for a record up to today, item by item and in total. Amounts
 * of several currencies are never added.
 */
export function OwnershipPanel(props: {
  cost: NonNullable<RecordDetail['ownershipCost']>;
}) {
  const { items, total } = props.cost;
  const t = useTexts();
  const paid = items.filter(item => item.amounts.length > 0);
  if (paid.length === 0) {
    return (
      <Panel title={t('ownership.title')}>
        <Note>{t('ownership.none')}</Note>
      </Panel>
    );
  }
  return (
    <Panel title={t('ownership.title')}>
      <DataTable
        label={t('ownership.title')}
        rows={paid}
        rowKey={item => item.item}
        columns={[
          {
            id: 'item',
            label: t('ownership.item'),
            cell: item => t(`ownership.${item.item}`),
            footer: t('common.total'),
          },
          {
            id: 'amount',
            label: t('ownership.amount'),
            align: 'end',
            cell: item => <AmountList amounts={item.amounts} />,
            footer: <AmountList amounts={total} />,
          },
        ]}
      />
      <Note>{t('ownership.note')}</Note>
    </Panel>
  );
}
