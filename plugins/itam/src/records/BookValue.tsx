import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { Skeleton } from '@backstage/ui';
import { RiTableLine } from '@remixicon/react';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { DataTable, Facts, Subheading, TextButton } from '../ui';

const BookValueChart = lazy(() => import('../charts/BookValueChart'));

const HEIGHT = 180;

/**
 * An asset's book value now, and its course as chart and table.
 */
export function BookValue(props: {
  value: NonNullable<RecordDetail['bookValue']>;
}) {
  const { currency, cost, salvage, book, depreciatedToDate, points } =
    props.value;
  const t = useTexts();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const first = points[0];
  const label =
    first &&
    t('record.bookChart', {
      from: format.month(first.month),
      to: format.month(points[points.length - 1].month),
    });
  return (
    <section
      aria-label={t('record.bookValue')}
      style={{ display: 'grid', gap: 12 }}
    >
      <Subheading>{t('record.bookValue')}</Subheading>
      <Facts
        facts={[
          {
            label: t('record.bookNow'),
            value: <strong>{format.money(book, currency)}</strong>,
          },
          { label: t('record.purchase'), value: format.money(cost, currency) },
          {
            label: t('record.depreciated'),
            value: format.money(depreciatedToDate, currency),
          },
          {
            label: t('record.salvage'),
            value: format.money(salvage, currency),
          },
        ]}
      />
      {label && (
        <>
          <div role="img" aria-label={label} style={{ minHeight: HEIGHT }}>
            <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
              <BookValueChart
                points={points}
                currency={currency}
                height={HEIGHT}
              />
            </Suspense>
          </div>
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
              rows={points}
              rowKey={point => point.month}
              columns={[
                {
                  id: 'month',
                  label: t('common.month'),
                  oneLine: true,
                  cell: point => format.month(point.month),
                },
                {
                  id: 'depreciation',
                  label: t('category.depreciation'),
                  align: 'end',
                  cell: point => format.money(point.depreciation, currency),
                },
                {
                  id: 'book',
                  label: t('record.bookValue'),
                  align: 'end',
                  cell: point => format.money(point.book, currency),
                },
              ]}
            />
          )}
        </>
      )}
    </section>
  );
}
