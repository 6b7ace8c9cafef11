import { Skeleton } from '@backstage/ui';
import { RiTableLine } from '@remixicon/react';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { DataTable, TextButton } from '../ui';
import styles from './Chart.module.css';
import type { ChartSeries } from './series';
import { swatchStyle } from './swatch';

// The chart library is large and no page needs it to be readable.
const StackedColumns = lazy(() => import('./StackedColumns'));

const HEIGHT = 260;

interface MonthRow {
  month: string;
  index: number;
}

/**
 * Stacked columns by month with a legend and, at a press, the same figures as
 * a table.
 */
export function CostChart(props: {
  label: string;
  months: readonly string[];
  series: readonly ChartSeries[];
  totals: readonly string[];
  currency: string;
}) {
  const { label, months, series, totals, currency } = props;
  const t = useTexts();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <div role="img" aria-label={label} style={{ minHeight: HEIGHT }}>
        <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
          <StackedColumns
            months={months}
            series={series}
            totals={totals}
            currency={currency}
            height={HEIGHT}
          />
        </Suspense>
      </div>
      <ul className={styles.legend}>
        {series.map(one => (
          <li key={one.key}>
            <span
              className={styles.swatch}
              style={swatchStyle(one)}
              aria-hidden="true"
            />
            {one.title}
          </li>
        ))}
      </ul>
      <div>
        <TextButton
          iconStart={<RiTableLine size={14} aria-hidden="true" />}
          aria-expanded={asTable}
          onPress={() => setAsTable(shown => !shown)}
        >
          {asTable ? t('common.hideTable') : t('common.showTable')}
        </TextButton>
      </div>
      {asTable && (
        <DataTable<MonthRow>
          label={label}
          rows={months.map((month, index) => ({ month, index }))}
          rowKey={row => row.month}
          columns={[
            {
              id: 'month',
              label: t('common.month'),
              oneLine: true,
              cell: row => format.month(row.month),
            },
            ...series.map(one => ({
              id: one.key,
              label: one.title,
              align: 'end' as const,
              cell: (row: MonthRow) =>
                format.money(one.amounts[row.index], currency),
            })),
            {
              id: 'total',
              label: t('common.total'),
              align: 'end' as const,
              cell: row => (
                <strong>{format.money(totals[row.index], currency)}</strong>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
