import {
  type CostAnswer,
  CURRENCIES,
} from '@backstage-itam/plugin-itam-common';
import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import styles from '../cost/CostFigure.module.css';
import { MonthRange } from '../cost';
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
      <ToggleButtonGroup
        aria-label={t('spending.view')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[answer.view]}
        onSelectionChange={keys =>
          onChange({ view: keys.has('invoiced') ? 'invoiced' : 'accrued' })
        }
      >
        <ToggleButton id="accrued">{t('spending.accrued')}</ToggleButton>
        <ToggleButton id="invoiced">{t('spending.invoiced')}</ToggleButton>
      </ToggleButtonGroup>
      {withBasis && (
        <ToggleButtonGroup
          aria-label={t('basis.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[answer.basis]}
          onSelectionChange={keys =>
            onChange({ basis: keys.has('used') ? 'used' : 'owned' })
          }
        >
          <ToggleButton id="owned">{t('basis.owned')}</ToggleButton>
          <ToggleButton id="used">{t('basis.used')}</ToggleButton>
        </ToggleButtonGroup>
      )}
    </div>
  );
}
