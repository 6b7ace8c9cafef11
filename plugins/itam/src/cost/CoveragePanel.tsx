import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Note, Panel, Paragraph, RefList, Subheading } from '../ui';
import { coverageText } from './coverageText';
import styles from './CostFigure.module.css';

/**
 * Everything that is not in a figure, and why.
 */
export function CoveragePanel(props: { coverage: CostAnswer['coverage'] }) {
  const { coverage } = props;
  const t = useTexts();
  const format = useFormat();
  const complete =
    coverage.withoutPrice.length === 0 &&
    !coverage.hiddenWithoutPrice &&
    coverage.ratesMissing.length === 0 &&
    coverage.unresolvedRefs.length === 0;
  return (
    <Panel title={t('cost.coverage.title')}>
      <Paragraph>
        {coverageText(t, coverage)}
        {complete && ` ${t('cost.coverage.allCounted')}`}
      </Paragraph>
      {!!coverage.countedInContract && (
        <Paragraph>
          {t('cost.coverage.countedInContract', {
            count: coverage.countedInContract,
          })}
        </Paragraph>
      )}
      {(coverage.withoutPrice.length > 0 || !!coverage.hiddenWithoutPrice) && (
        <div>
          <Subheading>{t('cost.coverage.withoutPriceTitle')}</Subheading>
          <RefList labels={coverage.withoutPrice} max={50} />
          {!!coverage.hiddenWithoutPrice && (
            <Note>
              {t('cost.coverage.hiddenWithoutPrice', {
                count: coverage.hiddenWithoutPrice,
              })}
            </Note>
          )}
        </div>
      )}
      {coverage.ratesMissing.length > 0 && (
        <div>
          <Subheading>{t('cost.coverage.ratesTitle')}</Subheading>
          {coverage.ratesMissing.map(missing => (
            <Paragraph key={missing.currency}>
              {t('cost.coverage.rateLine', {
                currency: missing.currency,
                months: missing.months.map(format.month).join(', '),
              })}
            </Paragraph>
          ))}
        </div>
      )}
      {coverage.unresolvedRefs.length > 0 && (
        <div>
          <Subheading>{t('cost.coverage.unresolvedTitle')}</Subheading>
          <RefList
            labels={coverage.unresolvedRefs.map(ref => ({
              ref,
              resolved: false,
            }))}
            max={50}
          />
        </div>
      )}
      {coverage.notes.length > 0 && (
        <div className={styles.coverage}>
          {coverage.notes.map(note => (
            <Note key={note}>{t(`cost.coverage.notes.${note}`)}</Note>
          ))}
        </div>
      )}
    </Panel>
  );
}
