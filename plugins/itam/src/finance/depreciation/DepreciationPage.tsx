import { useApi } from '@backstage/core-plugin-api';
import type { DepreciationReport } from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { RiBuilding2Line } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { MonthRange } from '../../cost';
import { monthPlus } from '../../format';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import { CsvButton, Message, Note, Panel } from '../../ui';
import { Answered } from '../Answered';
import styles from '../Finance.module.css';
import { useClockMonth } from '../useClockMonth';
import {
  readReportView,
  REPORT_DIMENSIONS,
  type ReportView,
  writeReportView,
} from './reportView';
import { RollForwardTable } from './RollForwardTable';

const MOST_LINES = 1000;

/**
 * Fixed-asset roll-forward. The address holds the view; without months it is
 * the fiscal year so far: `?from=2026-01&to=2026-10&by=cost-center`.
 */
export function DepreciationPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const view = readReportView(search);
  const report = useLoad(JSON.stringify(view), () =>
    api.getDepreciationReport(view),
  );
  const change = (next: Partial<ReportView>) =>
    setSearch(current => writeReportView(current, next), { replace: true });
  const title = t('finance.depreciation.title');
  return (
    <>
      <ReportToolbar
        view={view}
        shown={report.state === 'ready' ? report.value : undefined}
        onChange={change}
      />
      <Answered
        loaded={report}
        title={title}
        skeleton={[40, 32, 32, 32, 40]}
        forbidden={t('finance.depreciation.forbidden')}
      >
        {(value, stale) => (
          <Panel
            title={title}
            stale={stale}
            actions={
              <CsvButton
                fileName={`depreciation-${value.by}-${value.from}-${value.to}.csv`}
                load={() =>
                  api.getCsv('/reports/depreciation', {
                    from: value.from,
                    to: value.to,
                    by: value.by,
                  })
                }
              />
            }
          >
            <ReportBody report={value} />
          </Panel>
        )}
      </Answered>
    </>
  );
}

function ReportBody(props: { report: DepreciationReport }) {
  const { report } = props;
  const t = useSectionTexts();
  return (
    <>
      {report.lines.length === 0 ? (
        <Message
          role="status"
          icon={<RiBuilding2Line size={18} />}
          title={t('finance.depreciation.emptyTitle')}
          text={t('finance.depreciation.emptyText')}
        />
      ) : (
        <>
          <RollForwardTable report={report} />
          <Note>{t('finance.depreciation.perCurrency')}</Note>
          {report.lines.length >= MOST_LINES && (
            <Note>{t('finance.depreciation.shortened')}</Note>
          )}
        </>
      )}
      {report.withoutSchedule > 0 && (
        <Note>
          {t('finance.depreciation.withoutSchedule', {
            count: report.withoutSchedule,
          })}
        </Note>
      )}
    </>
  );
}

function ReportToolbar(props: {
  view: ReportView;
  shown: DepreciationReport | undefined;
  onChange(change: Partial<ReportView>): void;
}) {
  const { view, shown, onChange } = props;
  const t = useSectionTexts();
  const currentMonth = useClockMonth();
  const last12 = { from: monthPlus(currentMonth, -11), to: currentMonth };
  const preset = () => {
    if (!view.from && !view.to) {
      return 'year';
    }
    return view.from === last12.from && view.to === last12.to
      ? 'last12'
      : 'custom';
  };
  const from = view.from ?? shown?.from;
  const to = view.to ?? shown?.to;
  return (
    <div className={`${styles.toolbar} ${styles.row}`}>
      <Select
        className={styles.widePicker}
        label={t('finance.depreciation.preset')}
        options={(['year', 'last12', 'custom'] as const).map(value => ({
          value,
          label: t(`finance.depreciation.presets.${value}`),
          disabled: value === 'custom',
        }))}
        value={preset()}
        onChange={key =>
          onChange(
            key === 'last12' ? last12 : { from: undefined, to: undefined },
          )
        }
      />
      {from && to && (
        <MonthRange
          from={from}
          to={to}
          currentMonth={currentMonth}
          onChange={onChange}
        />
      )}
      <Select
        className={styles.picker}
        label={t('finance.depreciation.by')}
        options={REPORT_DIMENSIONS.map(value => ({
          value,
          label: t(`finance.depreciation.dimensions.${value}`),
        }))}
        value={view.by}
        onChange={key =>
          onChange({ by: REPORT_DIMENSIONS.find(by => by === key) })
        }
      />
    </div>
  );
}
