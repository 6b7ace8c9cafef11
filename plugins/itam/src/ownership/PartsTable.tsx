import { Link } from '@backstage/ui';
import { portionPercent, portionText } from '../finance/explorer/portion';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import { DataTable } from '../ui';
import type { Part } from './parts';

/**
 * Parts with their amounts and portions; the total is the register's own.
 */
export function PartsTable(props: {
  label: string;
  parts: readonly Part[];
  total: string;
  currency: string;
  hrefOf(part: Part): string | undefined;
}) {
  const { label, parts, total, currency, hrefOf } = props;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <DataTable
      label={label}
      rows={parts}
      rowKey={part => part.key}
      columns={[
        {
          id: 'name',
          label: t('organisation.tree.name'),
          cell: part => {
            const href = hrefOf(part);
            return href ? <Link href={href}>{part.title}</Link> : part.title;
          },
          footer: t('common.total'),
        },
        {
          id: 'amount',
          label: t('organisation.parts.amount'),
          align: 'end',
          cell: part => format.money(part.amount, currency),
          footer: format.money(total, currency),
        },
        {
          id: 'portion',
          label: t('finance.explorer.portion'),
          align: 'end',
          secondary: true,
          cell: part =>
            portionText(
              portionPercent(part.amount, total, currency),
              format.locale,
            ),
        },
      ]}
    />
  );
}
