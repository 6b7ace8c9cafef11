import type {
  AmountJson,
  RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { type Texts, useTexts } from '../translation';
import { DataTable, Panel } from '../ui';
import { specAmount, specList, specText } from './spec';

const INTERVALS = ['once', 'month', 'quarter', 'year'] as const;

/**
 * What is due, how often and since when; nothing when money is not visible or
 * no charge is declared.
 */
export function ChargesPanel(props: { detail: RecordDetail }) {
  const { spec } = props.detail;
  const t = useTexts();
  const format = useFormat();
  const amountText = (amount: AmountJson | undefined) =>
    amount && format.amount(amount);
  const price = specAmount(spec, 'financials', 'price');
  const charges = specList(spec, 'financials', 'charges').map(
    (charge, index) => ({
      key: String(index),
      title: specText(charge, 'title') ?? t('record.charges.name'),
      amount: amountText(specAmount(charge)),
      every: intervalText(t, specText(charge, 'every')),
      from: specText(charge, 'from'),
      until: specText(charge, 'until'),
    }),
  );
  const rows = price
    ? [
        {
          key: 'price',
          title: t('record.fields.price'),
          amount:
            specText(spec, 'financials', 'price', 'per') === 'unit'
              ? t('record.charges.perUnit', { amount: format.amount(price) })
              : format.amount(price),
          every: intervalText(
            t,
            specText(spec, 'financials', 'price', 'every'),
          ),
          from: specText(spec, 'term', 'start'),
          until: specText(spec, 'term', 'end'),
        },
        ...charges,
      ]
    : charges;
  if (rows.length === 0) {
    return null;
  }
  return (
    <Panel title={t('record.charges.title')}>
      <DataTable
        label={t('record.charges.title')}
        rows={rows}
        stacks
        rowKey={row => row.key}
        columns={[
          {
            id: 'title',
            label: t('record.charges.name'),
            ownLine: true,
            named: false,
            cell: row => row.title,
          },
          {
            id: 'amount',
            label: t('record.charges.amount'),
            align: 'end',
            cell: row => row.amount,
          },
          {
            id: 'every',
            label: t('record.charges.every'),
            cell: row => row.every,
          },
          {
            id: 'from',
            label: t('record.charges.from'),
            oneLine: true,
            named: true,
            cell: row => row.from && format.date(row.from),
          },
          ...(rows.some(row => row.until)
            ? [
                {
                  id: 'until',
                  label: t('record.charges.until'),
                  oneLine: true,
                  named: true,
                  cell: (row: (typeof rows)[number]) =>
                    row.until && format.date(row.until),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

function intervalText(t: Texts, every: string | undefined): string | undefined {
  const known = INTERVALS.find(one => one === every);
  return known ? t(`record.charges.interval.${known}`) : every;
}
