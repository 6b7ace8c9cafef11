import type { LicensePositionRange } from '@backstage-itam/plugin-itam-common';
import { Skeleton } from '@backstage/ui';
import { RiTableLine } from '@remixicon/react';
import { lazy, Suspense, useState } from 'react';
import chartStyles from '../charts/Chart.module.css';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { DataTable, Note, TextButton } from '../ui';
import styles from './Licences.module.css';

// The chart library is large and no page needs it to be readable.
const PoolChart = lazy(() => import('./PoolChart'));

const HEIGHT = 220;

type Month = LicensePositionRange['months'][number];

/**
 * Entitled, used and assigned by month as a chart and, at a press, a table.
 * Months whose use was not measured are gaps.
 */
export function PoolTimeline(props: { months: readonly Month[] }) {
  const { months } = props;
  const t = useTexts();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const first = months[0];
  if (!first) {
    return <Note>{t('licences.pool.noMonths')}</Note>;
  }
  const label = t('licences.pool.chart', {
    from: format.month(first.month),
    to: format.month(months[months.length - 1].month),
  });
  const count = (value: number | null) =>
    value === null ? (
      <span className={styles.unknown}>{t('licences.unknown')}</span>
    ) : (
      format.count(value)
    );
  const withAssigned = months.some(
    month => month.assigned > 0 && month.assigned !== month.consumed,
  );
  return (
    <>
      <div role="img" aria-label={label} style={{ minHeight: HEIGHT }}>
        <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
          <PoolChart
            months={months}
            withAssigned={withAssigned}
            height={HEIGHT}
          />
        </Suspense>
      </div>
      <ul className={chartStyles.legend}>
        <LegendItem
          color="var(--itam-fg-secondary)"
          label={t('licences.pool.entitled')}
        />
        <LegendItem
          color="var(--itam-series-1)"
          label={t('licences.pool.consumed')}
        />
        {withAssigned && (
          <LegendItem
            color="var(--itam-series-3)"
            label={t('licences.pool.assigned')}
          />
        )}
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
        <DataTable
          label={label}
          rows={[...months].reverse()}
          rowKey={month => month.month}
          columns={[
            {
              id: 'month',
              label: t('common.month'),
              oneLine: true,
              cell: month => format.month(month.month),
            },
            {
              id: 'entitled',
              label: t('licences.pool.entitled'),
              align: 'end',
              cell: month =>
                month.entitled === null
                  ? t('licences.noQuantity')
                  : format.count(month.entitled),
            },
            {
              id: 'assigned',
              label: t('licences.pool.assigned'),
              align: 'end',
              cell: month => format.count(month.assigned),
            },
            {
              id: 'consumed',
              label: t('licences.pool.consumed'),
              align: 'end',
              cell: month => count(month.consumed),
            },
            {
              id: 'balance',
              label: t('licences.pool.balance'),
              align: 'end',
              cell: month => (
                <span
                  className={
                    month.balance !== null && month.balance < 0
                      ? styles.short
                      : undefined
                  }
                >
                  {count(month.balance)}
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function LegendItem(props: { color: string; label: string }) {
  return (
    <li>
      <span
        className={chartStyles.swatch}
        style={{ background: props.color }}
        aria-hidden="true"
      />
      {props.label}
    </li>
  );
}
