import type { DifferenceLine } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../../format';
import { groupTitle, isReservedKey, useSectionTexts } from '../../translation';
import {
  Chip,
  DataTable,
  InlineNote,
  RecordName,
  usePaths,
  VendorLink,
} from '../../ui';
import styles from '../Finance.module.css';
import { sortedEffects } from './effects';

/**
 * Records by the size of their difference, each with its causes; the total
 * row is the register's own.
 */
export function DifferenceTable(props: {
  label: string;
  by?: 'record' | 'supplier';
  lines: readonly DifferenceLine[];
  currency: string;
  baseLabel: string;
  currentLabel: string;
  totals?: { base: string; current: string; difference: string };
}) {
  const { label, by = 'record', lines, currency, totals } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const money = (amount: string) => format.money(amount, currency);
  return (
    <DataTable
      label={label}
      rows={lines}
      stacks
      rowKey={line => line.key}
      columns={[
        {
          id: 'record',
          label: t(`finance.compare.${by}`),
          ownLine: true,
          named: false,
          cell: line =>
            isReservedKey(line.key) ? (
              <em className={styles.reserved}>{groupTitle(t, by, line)}</em>
            ) : (
              <LineName line={line} by={by} />
            ),
          footer: totals && t('common.total'),
        },
        {
          id: 'base',
          label: props.baseLabel,
          align: 'end',
          secondary: true,
          cell: line => money(line.base),
          footer: totals && money(totals.base),
        },
        {
          id: 'current',
          label: props.currentLabel,
          align: 'end',
          secondary: true,
          cell: line => money(line.current),
          footer: totals && money(totals.current),
        },
        {
          id: 'difference',
          label: t('finance.compare.difference'),
          align: 'end',
          cell: line => format.signed(line.difference, currency),
          footer: totals && format.signed(totals.difference, currency),
        },
        {
          id: 'causes',
          label: t('finance.compare.causes'),
          cell: line => <Causes effects={line.effects} currency={currency} />,
        },
      ]}
    />
  );
}

function LineName(props: { line: DifferenceLine; by: 'record' | 'supplier' }) {
  const { line, by } = props;
  const paths = usePaths();
  return by === 'supplier' ? (
    <VendorLink vendor={line.key} title={line.title} />
  ) : (
    <RecordName
      kind={line.recordKind}
      title={line.title}
      recordRef={line.ref}
      href={line.ref && paths.record(line.ref)}
    />
  );
}

function Causes(props: {
  effects: DifferenceLine['effects'];
  currency: string;
}) {
  const { effects, currency } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const causes = sortedEffects(effects);
  if (causes.length === 0) {
    return <InlineNote>{t('finance.compare.unchanged')}</InlineNote>;
  }
  return (
    <ul className={styles.causes}>
      {causes.map(({ cause, amount }) => (
        <li key={cause}>
          <Chip>
            {t(`finance.causes.${cause}.title`)}
            {causes.length > 1 && ` ${format.signed(amount, currency)}`}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
