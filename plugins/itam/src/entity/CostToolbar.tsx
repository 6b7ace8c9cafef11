import {
  type CostAnswer,
  CURRENCIES,
} from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import styles from '../cost/CostFigure.module.css';
import { BasisChoice, MonthRange, ViewChoice } from '../cost';
import { useTexts } from '../translation';
import {
  DIMENSIONS,
  type FinanceView,
  rangeName,
  rangeOf,
  RANGES,
} from '../view';

/**
 * Range, breakdown, currency, view and basis of a cost page.
 */
export function CostToolbar(props: {
  answer: CostAnswer;
  view: FinanceView;
  /** Offers used and owned; for groups and users. */
  withBasis: boolean;
  onChange(change: Partial<FinanceView>): void;
}) {
  const { answer, view, withBasis, onChange } = props;
  const t = useTexts();
  const shown = {
    from: view.from ?? answer.from,
    to: view.to ?? answer.to,
  };
  const named = rangeName(shown, answer.currentMonth);
  const reporting = answer.total.converted.currency;
  const known = new Set([
    answer.reportingCurrency,
    reporting,
    ...answer.total.booked.map(series => series.currency),
  ]);
  return (
    <div className={styles.toolbar}>
      <Select
        className={styles.widePicker}
        label={t('cost.range.label')}
        options={[...RANGES, 'custom' as const].map(value => ({
          value,
          label: t(`cost.range.${value}`),
          disabled: value === 'custom',
        }))}
        value={named ?? 'custom'}
        onChange={key => {
          const name = RANGES.find(range => range === key);
          if (name) {
            onChange({
              ...rangeOf(name, answer.currentMonth),
              month: undefined,
            });
          }
        }}
      />
      <MonthRange
        {...shown}
        currentMonth={answer.currentMonth}
        onChange={range => onChange({ ...range, month: undefined })}
      />
      <Select
        className={styles.picker}
        label={t('cost.by')}
        options={DIMENSIONS.map(value => ({
          value,
          label: t(`dimension.${value}`),
        }))}
        value={view.by}
        onChange={key =>
          onChange({ by: DIMENSIONS.find(by => by === key) ?? 'category' })
        }
      />
      <Select
        className={styles.picker}
        label={t('cost.currency')}
        options={CURRENCIES.filter(code => known.has(code)).map(value => ({
          value,
          label: value,
        }))}
        value={reporting}
        onChange={key => typeof key === 'string' && onChange({ currency: key })}
      />
      <ViewChoice
        view={answer.view}
        onChange={chosen => onChange({ view: chosen })}
      />
      {withBasis && (
        <BasisChoice
          basis={answer.basis}
          onChange={basis => onChange({ basis })}
        />
      )}
    </div>
  );
}
