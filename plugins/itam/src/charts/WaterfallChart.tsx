import { Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { useSectionTexts } from '../translation';
import { axisFloor } from './axisFloor';
import styles from './Chart.module.css';
import { swatchStyle } from './swatch';

// The chart library is large and the figures stand in the table below.
const Waterfall = lazy(() => import('./Waterfall'));

const HEIGHT = 260;

/** A figure to start or end with, or a step up or down. */
export interface WaterfallStep {
  key: string;
  title: string;
  kind: 'total' | 'change';
  /** Decimal text; negative for a step down. */
  amount: string;
  /** The amount as it is read. */
  text: string;
}

/**
 * From one figure to another in steps; increases are filled, decreases
 * hatched. The page shows the same figures as a table.
 */
export function WaterfallChart(props: {
  label: string;
  steps: readonly WaterfallStep[];
  currency: string;
  legend: { total: string; increase: string; decrease: string };
}) {
  const { label, steps, currency, legend } = props;
  const t = useSectionTexts();
  return (
    <>
      <div role="img" aria-label={label} style={{ minHeight: HEIGHT }}>
        <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
          <Waterfall steps={steps} currency={currency} height={HEIGHT} />
        </Suspense>
      </div>
      <ul className={styles.legend}>
        <LegendItem color="var(--itam-series-1)">{legend.total}</LegendItem>
        <LegendItem color="var(--itam-series-3)">{legend.increase}</LegendItem>
        <LegendItem color="var(--itam-series-2)" pattern="hatched">
          {legend.decrease}
        </LegendItem>
        {axisFloor(steps) > 0 && (
          <li className={styles.remark}>{t('finance.compare.axis')}</li>
        )}
      </ul>
    </>
  );
}

function LegendItem(props: {
  color: string;
  pattern?: 'hatched';
  children: string;
}) {
  return (
    <li>
      <span
        className={styles.swatch}
        style={swatchStyle(props)}
        aria-hidden="true"
      />
      {props.children}
    </li>
  );
}
