import { useApi } from '@backstage/core-plugin-api';
import type {
  UsageList,
  UsageMeasurement,
} from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  DataTable,
  Facts,
  FailureMessage,
  Note,
  Panel,
  RefLink,
  SkeletonLines,
  Subheading,
} from '../ui';
import { AddUsageDialog } from './AddUsageDialog';

const KINDS = ['seat', 'peak', 'units'] as const;
const LATEST = 5;

/**
 * What was measured of a licence's use: a summary per kind of measurement and
 * the latest ones; who may change the record can add one.
 */
export function UsagePanel(props: {
  recordRef: string;
  /** After a measurement was added. */
  onChanged?(): void;
}) {
  const { recordRef } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [version, setVersion] = useState(0);
  const [adding, setAdding] = useState(false);
  const usage = useLoad(`${recordRef} ${version}`, () =>
    api.getUsage(recordRef),
  );
  return (
    <Panel
      title={t('usage.title')}
      busy={usage.state === 'loading'}
      stale={usage.state === 'ready' && usage.stale}
      actions={
        usage.state === 'ready' &&
        usage.value.canAdd && (
          <Button
            variant="secondary"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => setAdding(true)}
          >
            {t('usage.add')}
          </Button>
        )
      }
    >
      {usage.state === 'loading' && <SkeletonLines heights={[24, 24, 32]} />}
      {usage.state === 'failed' && (
        <FailureMessage
          failure={usage.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={usage.retry}
        />
      )}
      {usage.state === 'ready' && <Measurements items={usage.value.items} />}
      {adding && (
        <AddUsageDialog
          recordRef={recordRef}
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            setVersion(before => before + 1);
            props.onChanged?.();
          }}
        />
      )}
    </Panel>
  );
}

function Measurements(props: { items: UsageList['items'] }) {
  const { items } = props;
  const t = useTexts();
  const format = useFormat();
  if (items.length === 0) {
    return <Note>{t('usage.none')}</Note>;
  }
  const latest = items.slice(0, LATEST);
  const summaryOf = (kind: UsageMeasurement['kind']) => {
    const measured = items.filter(item => item.kind === kind);
    // The register answers newest first.
    const newest = measured[0];
    if (!newest) {
      return undefined;
    }
    const date = format.date(newest.date);
    if (kind === 'seat') {
      const holders = new Set(measured.map(item => item.holder));
      return t('usage.seats', { number: format.count(holders.size), date });
    }
    const highest = measured.reduce((top, item) =>
      (item.quantity ?? 0) > (top.quantity ?? 0) ? item : top,
    );
    const shown = kind === 'peak' ? highest : newest;
    return t('usage.quantityOn', {
      quantity: format.count(shown.quantity ?? 0),
      date: format.date(shown.date),
    });
  };
  return (
    <>
      <Facts
        facts={KINDS.map(kind => ({
          label: t(`usage.summary.${kind}`),
          value: summaryOf(kind),
        }))}
      />
      <div>
        <Subheading>{t('usage.latest')}</Subheading>
        <DataTable
          label={t('usage.latest')}
          rows={latest}
          rowKey={item =>
            `${item.kind} ${item.date} ${item.holder ?? item.quantity}`
          }
          columns={[
            {
              id: 'date',
              label: t('usage.date'),
              oneLine: true,
              cell: item => format.date(item.date),
            },
            {
              id: 'what',
              label: t('usage.what'),
              secondary:
                KINDS.filter(kind => items.some(one => one.kind === kind))
                  .length === 1,
              cell: item => t(`usage.kind.${item.kind}`),
            },
            {
              id: 'value',
              label: t('usage.value'),
              align: 'end',
              cell: item =>
                item.holder ? (
                  <RefLink label={{ ref: item.holder, resolved: true }} />
                ) : (
                  item.quantity !== undefined && format.count(item.quantity)
                ),
            },
          ]}
        />
        {items.length > latest.length && (
          <Note>
            {t('usage.more', { count: items.length - latest.length })}
          </Note>
        )}
      </div>
    </>
  );
}
