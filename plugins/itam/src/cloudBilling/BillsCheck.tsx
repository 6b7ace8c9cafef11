import type {
  CloudBillingAnswer,
  CloudBillingSum,
  CloudDelivery,
} from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import {
  Chip,
  type DataColumn,
  DataTable,
  InlineNote,
  Note,
  Panel,
  RefTitle,
  usePageOf,
} from '../ui';
import { BillName } from './BillName';
import styles from './CloudBilling.module.css';
import { CloudCost } from './CloudCost';
import { DecimalAmount } from './DecimalAmount';

const PAGE = 20;
const TONES = {
  new: 'info',
  replaces: 'warning',
  unchanged: 'neutral',
} as const;

/**
 * What a billing file would do, to be taken over or discarded.
 */
export function BillsCheck(props: {
  name: string;
  answer: CloudBillingAnswer;
  pending: boolean;
  onCommit(): void;
  onDiscard(): void;
}) {
  const { name, answer, pending, onCommit, onDiscard } = props;
  const t = useTexts();
  const changes = answer.deliveries.some(({ state }) => state !== 'unchanged');
  return (
    <Panel title={t('cloudBilling.check.title', { name })}>
      {!changes && <Note>{t('cloudBilling.check.nothing')}</Note>}
      <BillTable bills={answer.deliveries} />
      <TargetTable targets={answer.targets} />
      {answer.moreTargets > 0 && (
        <Note>
          {t('cloudBilling.check.more', { count: answer.moreTargets })}
        </Note>
      )}
      <div className={styles.actions}>
        {changes && (
          <Button variant="primary" isPending={pending} onPress={onCommit}>
            {t('cloudBilling.check.commit')}
          </Button>
        )}
        <Button variant="secondary" isDisabled={pending} onPress={onDiscard}>
          {t('cloudBilling.check.discard')}
        </Button>
      </div>
    </Panel>
  );
}

function BillTable({ bills }: { bills: readonly CloudDelivery[] }) {
  const t = useTexts();
  const format = useFormat();
  const columns: DataColumn<CloudDelivery>[] = [
    {
      id: 'bill',
      label: t('cloudBilling.columns.bill'),
      ownLine: true,
      named: false,
      cell: bill => <BillName bill={bill} />,
    },
    {
      id: 'state',
      label: t('cloudBilling.columns.state'),
      cell: ({ state }) =>
        state && (
          <Chip tone={TONES[state]}>{t(`cloudBilling.state.${state}`)}</Chip>
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
      id: 'effective',
      label: t('cloudBilling.columns.effective'),
      align: 'end',
      ownLine: true,
      named: true,
      cell: ({ effective }) => <CloudCost cost={effective} />,
    },
    {
      id: 'billed',
      label: t('cloudBilling.columns.billed'),
      align: 'end',
      ownLine: true,
      named: true,
      cell: ({ billed }) => <CloudCost cost={billed} />,
    },
  ];
  return (
    <DataTable
      label={t('cloudBilling.check.bills')}
      columns={columns}
      rows={bills}
      stacks
      rowKey={bill =>
        [bill.provider, bill.billingAccount, bill.billingPeriod].join(' ')
      }
    />
  );
}

function TargetTable({ targets }: { targets: readonly CloudBillingSum[] }) {
  const t = useTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(targets, PAGE);
  const columns: DataColumn<CloudBillingSum>[] = [
    {
      id: 'target',
      label: t('cloudBilling.columns.target'),
      ownLine: true,
      named: false,
      cell: one => <Target one={one} />,
    },
    {
      id: 'owner',
      label: t('cloudBilling.columns.owner'),
      secondary: true,
      cell: ({ owner }) => owner && <RefTitle of={owner} />,
    },
    {
      id: 'rows',
      label: t('cloudBilling.columns.rows'),
      align: 'end',
      secondary: true,
      cell: ({ rows }) => format.count(rows),
    },
    {
      id: 'effective',
      label: t('cloudBilling.columns.effective'),
      align: 'end',
      named: true,
      cell: one => <DecimalAmount amount={one.effective} of={one.currency} />,
    },
    {
      id: 'billed',
      label: t('cloudBilling.columns.billed'),
      align: 'end',
      named: true,
      cell: one => <DecimalAmount amount={one.billed} of={one.currency} />,
    },
  ];
  return (
    <>
      <DataTable
        label={t('cloudBilling.check.targets')}
        columns={columns}
        rows={shown}
        stacks
        rowKey={one =>
          JSON.stringify([
            one.service,
            one.contract,
            one.owner,
            one.costCenter,
            one.currency,
          ])
        }
      />
      {pager}
    </>
  );
}

function Target({ one }: { one: CloudBillingSum }) {
  const { service, contract, costCenter } = one;
  const t = useTexts();
  const ref = service ?? contract;
  const notes = [
    ...(ref ? [] : [t('cloudBilling.unallocatedText')]),
    ...(costCenter ? [t('cloudBilling.costCenter', { code: costCenter })] : []),
  ];
  return (
    <span className={styles.bill}>
      <span>{ref ? <RefTitle of={ref} /> : t('cloudBilling.unallocated')}</span>
      {notes.length > 0 && <InlineNote>{notes.join(' · ')}</InlineNote>}
    </span>
  );
}
