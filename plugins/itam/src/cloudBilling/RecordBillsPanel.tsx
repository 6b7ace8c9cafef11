import { useApi } from '@backstage/core-plugin-api';
import type { RecordBills } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  type DataColumn,
  DataTable,
  InlineNote,
  LoadedPanel,
  Note,
  usePageOf,
} from '../ui';
import { BillName } from './BillName';
import { CloudCost } from './CloudCost';

type Line = RecordBills['items'][number];

const PAGE = 12;

/**
 * What bills of clouds say a record cost, month by month, and where each
 * amount comes from. Nothing for a record that no bill names, unless bills are
 * expected of it.
 */
export function RecordBillsPanel(props: {
  recordRef: string;
  costVisible: boolean;
  /** Whether it is a record as bills are about. */
  expected: boolean;
}) {
  const { recordRef, costVisible, expected } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const bills = useLoad(recordRef, () => api.cloudBilling.ofRecord(recordRef));
  const isEmpty = bills.state !== 'ready' || bills.value.items.length === 0;
  if (isEmpty && !expected) {
    return null;
  }
  return (
    <LoadedPanel
      title={t('cloudBilling.record.title')}
      loaded={bills}
      skeleton={[32, 48, 48]}
      forbidden={t('failure.forbiddenRecords')}
    >
      {({ items }) =>
        items.length === 0 ? (
          <Note>{t('cloudBilling.record.none')}</Note>
        ) : (
          <BillLines items={items} costVisible={costVisible} />
        )
      }
    </LoadedPanel>
  );
}

function BillLines(props: { items: readonly Line[]; costVisible: boolean }) {
  const { items, costVisible } = props;
  const t = useTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(items, PAGE);
  const costs: DataColumn<Line>[] = [
    {
      id: 'effective',
      label: t('cloudBilling.columns.effective'),
      align: 'end',
      cell: line => <CloudCost cost={line.effective} />,
    },
    {
      id: 'billed',
      label: t('cloudBilling.columns.billed'),
      align: 'end',
      cell: line => <CloudCost cost={line.billed} />,
    },
  ];
  const columns: DataColumn<Line>[] = [
    {
      id: 'month',
      label: t('cloudBilling.columns.month'),
      oneLine: true,
      cell: line => format.month(line.month),
    },
    ...(costVisible ? costs : []),
    {
      id: 'bill',
      label: t('cloudBilling.columns.bill'),
      cell: ({ delivery, rows }) => (
        <>
          <BillName bill={delivery} />
          <br />
          <InlineNote>
            {[delivery.fileName, t('cloudBilling.record.rows', { count: rows })]
              .filter(Boolean)
              .join(' · ')}
          </InlineNote>
        </>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={t('cloudBilling.record.title')}
        columns={columns}
        rows={shown}
        rowKey={line => `${line.month} ${line.delivery.id}`}
      />
      {pager}
    </>
  );
}
