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
import { specText } from '../records/spec';
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
  /** Day of the step, once it is chosen. */
  date: string | undefined;
  proceeds: AmountJson;
}) {
  const { detail, to, date, proceeds } = props;
  const { record } = detail;
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
  const book = useBook(detail, date);
  const result =
    book &&
    book.currency === proceeds.currency &&
    (proceeds.amount === '' || isAmount(proceeds.amount, proceeds.currency))
      ? minorOf(proceeds.amount || '0', proceeds.currency) -
        minorOf(book.amount, book.currency)
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
            label: book?.label ?? '',
            value: book && format.amount(book),
          },
          {
            label: t(
              result !== undefined && result < 0n
                ? 'actions.money.loss'
                : 'actions.money.gain',
            ),
            value: book && result !== undefined && (
              <strong>
                {format.money(
                  formatAmount(result < 0n ? -result : result, book.currency),
                  book.currency,
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
          variant="body-small"
          href={paths.page('forecast', { of: record.ref, ...range })}
          target="_blank"
        >
          {t('actions.money.openForecast')}
        </Link>
      </Note>
    </section>
  );
}

/**
 * The book value that would be given up: what an asset out of use has given up
 * already, else its value at the end of the month before the step.
 */
function useBook(
  { record, spec, bookValue }: RecordDetail,
  date: string | undefined,
): (AmountJson & { label: string }) | undefined {
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const isDisposed = specText(spec, 'disposal', 'date') !== undefined;
  const schedule = useLoad(`${record.ref} ${isDisposed}`, async () =>
    isDisposed ? await api.getSchedule(record.ref) : undefined,
  );
  if (!bookValue || schedule.state === 'loading') {
    return undefined;
  }
  const { currency } = bookValue;
  const disposal =
    schedule.state === 'ready' ? schedule.value?.disposal : undefined;
  if (disposal) {
    return {
      amount: disposal.book,
      currency,
      label: t('actions.money.bookGivenUp', {
        date: format.date(disposal.date),
      }),
    };
  }
  const month = date?.slice(0, 7) ?? '';
  const before = bookValue.points.filter(point => point.month < month).at(-1);
  return before
    ? {
        amount: before.book,
        currency,
        label: t('actions.money.book', { month: format.month(before.month) }),
      }
    : {
        amount: bookValue.cost,
        currency,
        label: t('actions.money.bookAtFirst'),
      };
}
