import { useApi } from '@backstage/core-plugin-api';
import type {
  ForecastAnswer,
  RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { sumOf } from '../cost/amounts';
import { useFinancePaths } from '../finance/useFinancePaths';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { Facts, FailureMessage, Note, Panel, SkeletonLines } from '../ui';
import { DisposalResult } from './DisposalResult';
import { safeUrl, specText } from './spec';

const METHODS = [
  'sold',
  'disposed',
  'donated',
  'recycled',
  'returned',
  'lost',
] as const;

/**
 * When, how and why an asset left, what it came to, and what the forecast
 * still has for it.
 */
export function DisposalPanel(props: { detail: RecordDetail }) {
  const { record, spec, costVisible } = props.detail;
  const t = useTexts();
  const format = useFormat();
  const date = specText(spec, 'disposal', 'date');
  const method = METHODS.find(
    one => one === specText(spec, 'disposal', 'method'),
  );
  const evidence = specText(spec, 'disposal', 'erasureEvidence');
  const evidenceUrl = safeUrl(evidence);
  return (
    <Panel title={t('disposal.title')}>
      <Facts
        facts={[
          { label: t('disposal.date'), value: date && format.date(date) },
          {
            label: t('disposal.method'),
            value: method && t(`actions.method.${method}`),
          },
          {
            label: t('disposal.reason'),
            value: specText(spec, 'disposal', 'reason'),
          },
          {
            label: t('disposal.erasure'),
            value: evidenceUrl ? (
              <Link
                href={evidenceUrl}
                target="_blank"
                rel="noopener noreferrer"
              >
                {t('disposal.openErasure')}
              </Link>
            ) : (
              evidence
            ),
          },
        ]}
      />
      {costVisible && record.kind === 'Asset' && (
        <DisposalMoney recordRef={record.ref} version={record.version} />
      )}
    </Panel>
  );
}

function DisposalMoney(props: { recordRef: string; version: number }) {
  const { recordRef, version } = props;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const paths = useFinancePaths();
  const key = `${recordRef} ${version}`;
  const schedule = useLoad(key, () => api.getSchedule(recordRef));
  const forecast = useLoad(key, () => api.getForecast({ of: recordRef }));
  const withoutSchedule =
    schedule.state === 'failed' && schedule.failure.kind === 'not-found';
  return (
    <>
      {schedule.state === 'loading' && <SkeletonLines heights={[24, 24]} />}
      {schedule.state === 'failed' && !withoutSchedule && (
        <FailureMessage
          failure={schedule.failure}
          forbidden={t('record.noMoney')}
          onRetry={schedule.retry}
        />
      )}
      {withoutSchedule && <Note>{t('disposal.noBook')}</Note>}
      {schedule.state === 'ready' && schedule.value.disposal && (
        <DisposalResult
          disposal={schedule.value.disposal}
          currency={schedule.value.currency}
        />
      )}
      <Note>
        {forecast.state === 'ready' && (
          <>
            {t('disposal.forecast', {
              amount: format.money(
                remaining(forecast.value),
                forecast.value.reportingCurrency,
              ),
              month: format.month(forecast.value.to),
            })}{' '}
          </>
        )}
        <Link
          variant="body-small"
          href={paths.page('forecast', { of: recordRef })}
        >
          {t('actions.money.openForecast')}
        </Link>
      </Note>
    </>
  );
}

/** Cost of the months to come. */
function remaining(forecast: ForecastAnswer): string {
  const { months, currentMonth, total, reportingCurrency } = forecast;
  return sumOf(
    total.converted.months.filter((_, at) => months[at] > currentMonth),
    reportingCurrency,
  );
}
