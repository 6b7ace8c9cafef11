import { useApi } from '@backstage/core-plugin-api';
import type {
  RecordDetail,
  ServicingEntry,
} from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { daysUntil, useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  Chip,
  type DataColumn,
  DataTable,
  FailureMessage,
  InlineNote,
  Note,
  Panel,
  SkeletonLines,
  TextButton,
  usePageOf,
} from '../ui';
import { AddServicingDialog } from './AddServicingDialog';
import styles from './Servicing.module.css';
import { specText } from './spec';
import { TakeBackDialog } from './TakeBackDialog';

const PAGE = 10;
/** Without a purchase, what a cost is asked in. */
const FALLBACK_CURRENCY = 'EUR';

/**
 * What was done to keep a record working and when it is due again; who may
 * change the record can add a servicing and take one back.
 */
export function ServicingPanel(props: {
  detail: RecordDetail;
  /** After a servicing was added or taken back. */
  onChanged?(): void;
}) {
  const { record, spec, costVisible } = props.detail;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [version, setVersion] = useState(0);
  const [adding, setAdding] = useState(false);
  const [takingBack, setTakingBack] = useState<ServicingEntry>();
  const list = useLoad(`${record.ref} ${version}`, () =>
    api.listServicings(record.ref),
  );
  const reload = () => {
    setVersion(before => before + 1);
    props.onChanged?.();
  };
  const canAdd = list.state === 'ready' && list.value.canAdd;
  return (
    <Panel
      title={t('servicing.title')}
      busy={list.state === 'loading'}
      stale={list.state === 'ready' && list.stale}
      actions={
        canAdd && (
          <Button
            variant="secondary"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => setAdding(true)}
          >
            {t('servicing.add')}
          </Button>
        )
      }
    >
      {list.state === 'loading' && <SkeletonLines heights={[32, 32]} />}
      {list.state === 'failed' && (
        <FailureMessage
          failure={list.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={list.retry}
        />
      )}
      {list.state === 'ready' &&
        (list.value.items.length === 0 ? (
          <Note>{t('servicing.none')}</Note>
        ) : (
          <ServicingTable
            items={list.value.items}
            costVisible={costVisible}
            onTakeBack={canAdd ? setTakingBack : undefined}
          />
        ))}
      {adding && (
        <AddServicingDialog
          recordRef={record.ref}
          currency={
            specText(spec, 'financials', 'purchase', 'currency') ??
            FALLBACK_CURRENCY
          }
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            reload();
          }}
        />
      )}
      {takingBack && (
        <TakeBackDialog
          recordRef={record.ref}
          servicing={takingBack}
          onClose={() => setTakingBack(undefined)}
          onTakenBack={() => {
            setTakingBack(undefined);
            reload();
          }}
        />
      )}
    </Panel>
  );
}

function ServicingTable(props: {
  items: readonly ServicingEntry[];
  costVisible: boolean;
  onTakeBack?: (servicing: ServicingEntry) => void;
}) {
  const { items, costVisible, onTakeBack } = props;
  const t = useTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(items, PAGE);
  const columns: DataColumn<ServicingEntry>[] = [
    {
      id: 'what',
      label: t('servicing.columns.what'),
      cell: item => (
        <>
          <span className={styles.what}>{item.title}</span>
          <InlineNote>
            {[
              format.date(item.date),
              t(`servicing.kind.${item.kind}`),
              item.vendor,
              item.invoice,
            ]
              .filter(Boolean)
              .join(' · ')}
          </InlineNote>
          <NextDue item={item} />
        </>
      ),
    },
    ...(costVisible
      ? [
          {
            id: 'cost',
            label: t('servicing.columns.cost'),
            align: 'end' as const,
            cell: (item: ServicingEntry) =>
              item.cost && format.amount(item.cost),
          },
        ]
      : []),
    ...(onTakeBack
      ? [
          {
            id: 'actions',
            label: t('servicing.columns.actions'),
            align: 'end' as const,
            cell: (item: ServicingEntry) => (
              <TextButton
                aria-label={t('servicing.takeBackOf', { title: item.title })}
                onPress={() => onTakeBack(item)}
              >
                {t('servicing.takeBack')}
              </TextButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        label={t('servicing.title')}
        rows={shown}
        rowKey={item => String(item.id)}
        columns={columns}
      />
      {pager}
    </>
  );
}

function NextDue({ item }: { item: ServicingEntry }) {
  const t = useTexts();
  const format = useFormat();
  if (!item.nextDue) {
    return null;
  }
  const date = format.date(item.nextDue);
  const days = daysUntil(item.nextDue, DateTime.now());
  const overdue = days !== undefined && days < 0;
  return (
    <span className={styles.due}>
      <Chip tone={overdue ? 'warning' : 'neutral'}>
        {overdue
          ? t('servicing.overdue', { date })
          : t('servicing.nextDue', { date })}
      </Chip>
    </span>
  );
}
