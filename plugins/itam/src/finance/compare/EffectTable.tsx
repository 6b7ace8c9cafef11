import type { DifferenceLine } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { DataTable } from '../../ui';
import { sortedEffects } from './effects';

/** A row before the causes, such as a budget's headroom. */
export interface LeadingEffect {
  key: string;
  title: string;
  meaning: string;
  amount: string;
}

/**
 * What makes a difference, cause by cause with what it means; they add up to
 * the total row.
 */
export function EffectTable(props: {
  effects: DifferenceLine['effects'];
  leading?: readonly LeadingEffect[];
  currency: string;
  total: string;
  totalLabel: string;
}) {
  const { effects, leading = [], currency, total, totalLabel } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const rows: LeadingEffect[] = [
    ...leading,
    ...sortedEffects(effects).map(({ cause, amount }) => ({
      key: cause,
      title: t(`finance.causes.${cause}.title`),
      meaning: t(`finance.causes.${cause}.meaning`),
      amount,
    })),
  ];
  return (
    <DataTable
      label={t('finance.compare.effects')}
      rows={rows}
      rowKey={row => row.key}
      columns={[
        {
          id: 'cause',
          label: t('finance.compare.cause'),
          cell: row => row.title,
          footer: totalLabel,
        },
        {
          id: 'meaning',
          label: t('finance.compare.meaning'),
          secondary: true,
          cell: row => row.meaning,
        },
        {
          id: 'effect',
          label: t('finance.compare.effect'),
          align: 'end',
          cell: row => format.signed(row.amount, currency),
          footer: format.signed(total, currency),
        },
      ]}
    />
  );
}
