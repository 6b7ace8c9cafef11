import { useApi } from '@backstage/core-plugin-api';
import {
  type AmountJson,
  formatAmount,
  minorOf,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { DateTime } from 'luxon';
import { itamApiRef } from '../api';
import { useFinancePaths } from '../finance/useFinancePaths';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { Facts, Note } from '../ui';
import { isAmount } from './evidence';

const MONTHS_AHEAD = 12;

/**
 * What leaving use means in money: the book value that is given up, the gain
 * or loss against the proceeds, and what the forecast has for the asset now.
 */
export function DisposalPreview(props: {
  detail: RecordDetail;
  to: string;
  proceeds: AmountJson;
}) {
  const { detail, to, proceeds } = props;
  const { bookValue, record } = detail;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const paths = useFinancePaths();
  const now = DateTime.now();
  const range = {
    from: now.plus({ months: 1 }).toFormat('yyyy-MM'),
    to: now.plus({ months: MONTHS_AHEAD }).toFormat('yyyy-MM'),
  };
  const forecast = useLoad(record.ref, () =>
    api.getForecast({ of: record.ref, ...range }),
  );
  const result =
    bookValue &&
    to !== 'retired' &&
    bookValue.currency === proceeds.currency &&
    (proceeds.amount === '' || isAmount(proceeds.amount, proceeds.currency))
      ? minorOf(proceeds.amount || '0', proceeds.currency) -
        minorOf(bookValue.book, bookValue.currency)
      : undefined;
  const ahead =
    forecast.state === 'ready'
      ? format.money(
          forecast.value.total.converted.total,
          forecast.value.reportingCurrency,
        )
      : undefined;
  return (
    <section aria-label={t('actions.money.title')}>
      <Facts
        facts={[
          {
            label: t('actions.money.book'),
            value:
              bookValue && format.money(bookValue.book, bookValue.currency),
          },
          {
            label: t(
              result !== undefined && result < 0n
                ? 'actions.money.loss'
                : 'actions.money.gain',
            ),
            value: bookValue && result !== undefined && (
              <strong>
                {format.money(
                  formatAmount(
                    result < 0n ? -result : result,
                    bookValue.currency,
                  ),
                  bookValue.currency,
                )}
              </strong>
            ),
          },
          {
            label: t('actions.money.forecast'),
            value: forecast.state === 'loading' ? '…' : ahead,
          },
        ]}
      />
      <Note>
        {t(
          to === 'retired' ? 'actions.money.noteRetired' : 'actions.money.note',
        )}{' '}
        <Link
          href={paths.page('forecast', { of: record.ref, ...range })}
          target="_blank"
        >
          {t('actions.money.openForecast')}
        </Link>
      </Note>
    </section>
  );
}
