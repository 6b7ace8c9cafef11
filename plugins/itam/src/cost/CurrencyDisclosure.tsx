import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { DialogTrigger, Popover } from '@backstage/ui';
import { RiExchangeLine } from '@remixicon/react';
import { Fragment } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { TextButton } from '../ui';
import { isZero } from './amounts';
import styles from './CostFigure.module.css';

/** What rates are published against. */
const EURO = 'EUR';

/**
 * Says that a figure holds converted amounts and, at a press, which ones and
 * with the rate of which day. Nothing when all is in the reporting currency.
 */
export function CurrencyDisclosure(props: {
  answer: CostAnswer;
  month: string;
}) {
  const { answer, month } = props;
  const t = useTexts();
  const format = useFormat();
  const at = answer.months.indexOf(month);
  const reporting = answer.total.converted.currency;
  const booked = answer.total.booked
    .map(series => ({ currency: series.currency, amount: series.months[at] }))
    .filter(line => line.amount !== undefined && !isZero(line.amount));
  const foreign = booked.filter(line => line.currency !== reporting);
  if (foreign.length === 0) {
    return null;
  }
  const ratesOf = (currency: string): string[] => {
    if (currency === reporting) {
      return [t('cost.currencies.reporting')];
    }
    // Rates are against the euro, so two other currencies need both of theirs.
    const needed = [currency, reporting].filter(code => code !== EURO);
    const rates = answer.rates.filter(
      rate => rate.month === month && needed.includes(rate.currency),
    );
    return rates.length < needed.length
      ? [t('cost.currencies.noRate')]
      : rates.map(rate =>
          t('cost.currencies.rate', {
            rate: format.rate(rate.unitsPerEuro, rate.currency),
            euro: format.money('1', EURO),
            date: format.date(rate.date),
            quality: t(`cost.currencies.quality.${rate.quality}`),
          }),
        );
  };
  const single = foreign.length === 1 ? foreign[0] : undefined;
  return (
    <DialogTrigger>
      <div>
        <TextButton iconStart={<RiExchangeLine size={14} aria-hidden="true" />}>
          {single
            ? t('cost.currencies.single', { booked: format.amount(single) })
            : t('cost.currencies.many', { number: String(foreign.length) })}
        </TextButton>
      </div>
      <Popover placement="bottom start" aria-label={t('cost.currency')}>
        <div className={styles.popover}>
          <h3>{t('cost.currencies.title', { month: format.month(month) })}</h3>
          <ul>
            {booked.map(line => (
              <li key={line.currency}>
                <strong>{format.amount(line)}</strong>
                {ratesOf(line.currency).map(text => (
                  <Fragment key={text}>
                    <br />
                    {text}
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
