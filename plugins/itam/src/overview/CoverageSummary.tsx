import { Link } from '@backstage/ui';
import { coverageText } from '../cost';
import { useFormat } from '../format';
import type { Loaded } from '../loading';
import { useTexts } from '../translation';
import { LoadedPanel, Note, Paragraph, RefList, Subheading } from '../ui';
import styles from './Overview.module.css';
import type { OverviewScope } from './overviewScope';
import { useOverviewPaths } from './useOverviewPaths';

const SHOWN = 6;

/**
 * How much of the register is in the figures above, and what is missing.
 */
export function CoverageSummary(props: { scope: Loaded<OverviewScope> }) {
  const t = useTexts();
  const format = useFormat();
  const paths = useOverviewPaths();
  const { scope } = props;
  const href =
    scope.state === 'ready'
      ? paths.explorer({
          of: scope.value.of,
          basis: scope.value.costs.basis,
        })
      : undefined;
  return (
    <LoadedPanel
      title={t('overview.coverage.title')}
      loaded={scope}
      skeleton={[12, 20]}
      forbidden={t('overview.spend.forbidden')}
      actions={href && <Link href={href}>{t('overview.coverage.open')}</Link>}
    >
      {({ costs: { coverage } }) => {
        const percent =
          coverage.records === 0
            ? 0
            : Math.floor((coverage.priced / coverage.records) * 100);
        return (
          <>
            <div
              className={styles.track}
              role="img"
              aria-label={t('overview.coverage.priced', {
                percent: format.percent(String(percent)),
              })}
            >
              <div className={styles.fill} style={{ width: `${percent}%` }} />
            </div>
            <Paragraph>{coverageText(t, coverage)}</Paragraph>
            {coverage.withoutPrice.length > 0 && (
              <div>
                <Subheading>{t('cost.coverage.withoutPriceTitle')}</Subheading>
                <RefList labels={coverage.withoutPrice} max={SHOWN} />
              </div>
            )}
            {coverage.records === 0 && <Note>{t('overview.stages.none')}</Note>}
          </>
        );
      }}
    </LoadedPanel>
  );
}
