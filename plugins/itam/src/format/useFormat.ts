import type { AmountJson } from '@backstage-itam/plugin-itam-common';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import {
  formatDate,
  formatDatesIn,
  formatInstant,
  formatRelative,
} from './dates';
import {
  formatFigure,
  formatMoney,
  formatMoneyCompact,
  formatRate,
  type AxisRange,
} from './money';
import { formatMonth, formatMonthName } from './months';
import { writeNumber } from './number';
import { formatPercent } from './percent';
import { useLocale } from './useLocale';

/**
 * Writers bound to the reader's locale.
 */
export interface Format {
  locale: string;
  money(amount: string, currency: string): string;
  amount(amount: AmountJson): string;
  /** An amount beside which its currency stands already. */
  figure(amount: string): string;
  /** A difference: with its sign, also when it is more. */
  signed(amount: string, currency: string): string;
  /** An exchange rate: units of a currency for one of another. */
  rate(units: string, currency: string): string;
  /** For axes only: the number has already lost digits. */
  moneyCompact(amount: number, currency: string, axis?: AxisRange): string;
  month(month: string): string;
  monthName(month: string): string;
  date(iso: string): string;
  /** Within a text of the register. */
  datesIn(text: string): string;
  instant(iso: string): string;
  relative(iso: string, base: DateTime): string;
  percent(percent: string, decimals?: number): string;
  count(count: number): string;
}

/**
 * The writers for money, months, dates and percents.
 */
export function useFormat(): Format {
  const locale = useLocale();
  return useMemo(
    () => ({
      locale,
      money: (amount, currency) => formatMoney(amount, currency, locale),
      amount: ({ amount, currency }) => formatMoney(amount, currency, locale),
      figure: amount => formatFigure(amount, locale),
      signed: (amount, currency) =>
        formatMoney(amount, currency, locale, 'exceptZero'),
      rate: (units, currency) => formatRate(units, currency, locale),
      moneyCompact: (amount, currency, axis) =>
        formatMoneyCompact(amount, currency, locale, axis),
      month: month => formatMonth(month, locale),
      monthName: month => formatMonthName(month, locale),
      date: iso => formatDate(iso, locale),
      datesIn: text => formatDatesIn(text, locale),
      instant: iso => formatInstant(iso, locale),
      relative: (iso, base) => formatRelative(iso, base, locale),
      percent: (percent, decimals) => formatPercent(percent, locale, decimals),
      count: count => writeNumber(count, locale),
    }),
    [locale],
  );
}
