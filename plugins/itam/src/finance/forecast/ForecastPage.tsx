import { useApi } from '@backstage/core-plugin-api';
import { Select } from '@backstage/ui';
import { RiLineChartLine } from '@remixicon/react';
import { itamApiRef } from '../../api';
import { isZero, MonthRange } from '../../cost';
import { monthPlus } from '../../format';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import { Message, Panel } from '../../ui';
import { type FinanceView, useFinanceView } from '../../view';
import styles from '../Finance.module.css';
import { FinanceToolbar } from '../FinanceToolbar';
import { MissingRates } from '../MissingRates';
import { nodeLabel, nodeTitle } from '../node';
import { NodeAnswered } from '../NodeAnswered';
import { PickerSkeleton } from '../PickerSkeleton';
import { ForecastPanels } from './ForecastPanels';

/**
 * What something has cost and is going to cost. The address holds the view;
 * without months it is the current fiscal year:
 * `?of=group:default/payments&from=2026-10&to=2027-09`.
 */
export function ForecastPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [view, changeView] = useFinanceView();
  const { of, from, to, basis, currency } = view;
  const question = { of, from, to, basis, currency, view: view.view };
  const forecast = useLoad(JSON.stringify(question), () =>
    api.getForecast(question),
  );
  const answer = forecast.state === 'ready' ? forecast.value : undefined;
  const name = answer ? nodeLabel(t, answer.of) : nodeTitle(t, of);
  return (
    <>
      <FinanceToolbar
        view={view}
        answered={
          answer && {
            of: { ref: answer.of.ref, title: nodeLabel(t, answer.of) },
            basis: answer.basis,
            currency: answer.reportingCurrency,
          }
        }
        onChange={changeView}
      >
        {forecast.state === 'loading' && <PickerSkeleton />}
        {answer && (
          <RangePickers
            chosen={{ from, to }}
            shown={{ from: from ?? answer.from, to: to ?? answer.to }}
            currentMonth={answer.currentMonth}
            onChange={changeView}
          />
        )}
      </FinanceToolbar>
      <NodeAnswered
        page="forecast"
        loaded={forecast}
        title={t('finance.forecast.title')}
        skeleton={[56, 260, 24, 32, 32]}
        of={of}
        name={name}
      >
        {(value, stale) => (
          <>
            <MissingRates missing={value.ratesMissing} />
            {isZero(value.total.converted.total) &&
            value.total.booked.every(({ total }) => isZero(total)) &&
            value.events.length === 0 ? (
              <Panel title={t('finance.forecast.title')} stale={stale}>
                <Message
                  role="status"
                  icon={<RiLineChartLine size={18} />}
                  title={t('finance.forecast.emptyTitle')}
                  text={t('finance.forecast.emptyText', { name })}
                />
              </Panel>
            ) : (
              <ForecastPanels forecast={value} stale={stale} />
            )}
          </>
        )}
      </NodeAnswered>
    </>
  );
}

const PRESETS = ['year', 'next12', 'next36'] as const;
type Range = { from?: string; to?: string };

function presetRange(
  name: (typeof PRESETS)[number],
  currentMonth: string,
): Range {
  return name === 'year'
    ? { from: undefined, to: undefined }
    : {
        from: currentMonth,
        to: monthPlus(currentMonth, name === 'next12' ? 11 : 35),
      };
}

function RangePickers(props: {
  chosen: Range;
  shown: { from: string; to: string };
  currentMonth: string;
  onChange(change: Partial<FinanceView>): void;
}) {
  const { chosen, shown, currentMonth, onChange } = props;
  const t = useSectionTexts();
  const named = PRESETS.find(name => {
    const range = presetRange(name, currentMonth);
    return range.from === chosen.from && range.to === chosen.to;
  });
  return (
    <>
      <Select
        className={styles.picker}
        label={t('finance.forecast.range')}
        options={[...PRESETS, 'custom' as const].map(value => ({
          value,
          label: t(`finance.forecast.presets.${value}`),
          disabled: value === 'custom',
        }))}
        value={named ?? 'custom'}
        onChange={key => {
          const name = PRESETS.find(one => one === key);
          if (name) {
            onChange(presetRange(name, currentMonth));
          }
        }}
      />
      <MonthRange {...shown} currentMonth={currentMonth} onChange={onChange} />
    </>
  );
}
