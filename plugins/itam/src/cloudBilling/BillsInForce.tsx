import type {
  CloudDelivery,
  CloudDeliveryPage,
} from '@backstage-itam/plugin-itam-common';
import { RiCloudLine } from '@remixicon/react';
import { useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import {
  CursorPager,
  type CursorPages,
  type DataColumn,
  DataTable,
  InlineNote,
  Message,
  Panel,
  TextButton,
} from '../ui';
import { BillName } from './BillName';
import { CloudCost } from './CloudCost';
import { DecimalAmount } from './DecimalAmount';
import { TakeBillBackDialog } from './TakeBillBackDialog';

/**
 * The bills in force, the newest first.
 */
export function BillsInForce(props: {
  page: CloudDeliveryPage;
  stale: boolean;
  pages: CursorPages;
  onTakenBack(): void;
}) {
  const { page, stale, pages, onTakenBack } = props;
  const t = useTexts();
  const format = useFormat();
  const [takingBack, setTakingBack] = useState<CloudDelivery>();
  const columns: DataColumn<CloudDelivery>[] = [
    {
      id: 'bill',
      label: t('cloudBilling.columns.bill'),
      ownLine: true,
      named: false,
      cell: bill => (
        <>
          <BillName bill={bill} />
          <br />
          <InlineNote>
            {bill.fileName
              ? t('cloudBilling.list.delivered', {
                  file: bill.fileName,
                  time: format.instant(bill.deliveredAt),
                })
              : t('cloudBilling.list.deliveredOnly', {
                  time: format.instant(bill.deliveredAt),
                })}
          </InlineNote>
        </>
      ),
    },
    {
      id: 'rows',
      label: t('cloudBilling.columns.rows'),
      align: 'end',
      secondary: true,
      cell: ({ rows }) => format.count(rows),
    },
    {
      id: 'records',
      label: t('cloudBilling.columns.records'),
      align: 'end',
      secondary: true,
      cell: ({ records }) => format.count(records),
    },
    // Left out for who may not see the cost of everything.
    ...(page.items.some(({ effective }) => effective) ? costColumns(t) : []),
    {
      id: 'actions',
      label: t('cloudBilling.columns.actions'),
      align: 'end',
      cell: bill => (
        <TextButton
          aria-label={t('cloudBilling.takeBack.of', {
            account: bill.billingAccountName ?? bill.billingAccount,
            month: format.month(bill.billingPeriod.slice(0, 7)),
          })}
          onPress={() => setTakingBack(bill)}
        >
          {t('cloudBilling.takeBack.action')}
        </TextButton>
      ),
    },
  ];
  return (
    <Panel title={t('cloudBilling.list.title')} stale={stale}>
      {page.items.length === 0 ? (
        <Message
          role="status"
          icon={<RiCloudLine size={18} />}
          title={t('cloudBilling.list.noneTitle')}
          text={t('cloudBilling.list.noneText')}
        />
      ) : (
        <DataTable
          stacks
          label={t('cloudBilling.list.title')}
          columns={columns}
          rows={page.items}
          rowKey={bill => String(bill.id)}
        />
      )}
      <CursorPager pages={pages} nextCursor={page.nextCursor} />
      {takingBack?.id !== undefined && (
        <TakeBillBackDialog
          id={takingBack.id}
          onClose={() => setTakingBack(undefined)}
          onTakenBack={() => {
            setTakingBack(undefined);
            onTakenBack();
          }}
        />
      )}
    </Panel>
  );
}

function costColumns(
  t: ReturnType<typeof useTexts>,
): DataColumn<CloudDelivery>[] {
  return [
    {
      id: 'effective',
      label: t('cloudBilling.columns.effective'),
      align: 'end',
      named: true,
      cell: ({ effective }) => <CloudCost cost={effective} />,
    },
    {
      id: 'unmapped',
      label: t('cloudBilling.columns.unmapped'),
      align: 'end',
      secondary: true,
      cell: ({ unmapped, currency }) =>
        unmapped && <DecimalAmount amount={unmapped.effective} of={currency} />,
    },
    {
      id: 'billed',
      label: t('cloudBilling.columns.billed'),
      align: 'end',
      named: true,
      cell: ({ billed }) => <CloudCost cost={billed} />,
    },
  ];
}
