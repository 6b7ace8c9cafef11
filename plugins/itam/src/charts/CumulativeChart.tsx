import { Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { useSectionTexts } from '../translation';
import styles from './Chart.module.css';

// The chart library is large and the figures stand in the table below.
const CumulativeLines = lazy(() => import('./CumulativeLines'));

const HEIGHT = 260;

/** Sums up to and including a month, as decimal texts. */
export interface CumulativePoint {
  month: string;
  cumulative: string;
  planned: string;
}

/**
 * What is spent and forecast up to each month against an even plan; the lines
 * differ by their strokes. The page shows the same figures as a table.
 */
export function CumulativeChart(props: {
  label: string;
  points: readonly CumulativePoint[];
  limit: string;
  currency: string;
  currentMonth: string;
}) {
  const { label, points, limit, currency, currentMonth } = props;
  const t = useSectionTexts();
  const titles = {
    actual: t('finance.certainty.actual'),
    forecast: t('finance.budget.forecast'),
    planned: t('finance.budget.planned'),
  };
  return (
    <>
      <div role="img" aria-label={label} style={{ minHeight: HEIGHT }}>
        <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
          <CumulativeLines
            points={points}
            limit={limit}
            currency={currency}
            currentMonth={currentMonth}
            titles={titles}
            height={HEIGHT}
          />
        </Suspense>
      </div>
      <ul className={styles.legend}>
        <LegendLine stroke="2px solid var(--itam-series-1)">
          {titles.actual}
        </LegendLine>
        <LegendLine stroke="2px dashed var(--itam-series-1)">
          {titles.forecast}
        </LegendLine>
        <LegendLine stroke="2px dotted var(--itam-fg-secondary)">
          {titles.planned}
        </LegendLine>
        <LegendLine stroke="1px solid var(--itam-series-3)">
          {t('finance.budget.amount')}
        </LegendLine>
      </ul>
    </>
  );
}

function LegendLine(props: { stroke: string; children: string }) {
  return (
    <li>
      <span
        className={styles.line}
        style={{ borderTop: props.stroke }}
        aria-hidden="true"
      />
      {props.children}
    </li>
  );
}
