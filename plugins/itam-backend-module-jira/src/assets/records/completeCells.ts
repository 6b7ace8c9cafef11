import { importField, type ItamKind } from '@backstage-itam/plugin-itam-common';
import type { JiraAssetsConfig } from '../config/JiraAssetsConfig';

type Cells = Readonly<Record<string, string>>;

const PRICE = 'financials.price.amount';
const PURCHASE = [
  'financials.purchase.amount',
  'financials.purchase.date',
  'financials.purchase.order',
] as const;

/**
 * Money that is whole. Without a currency none is read, unless an attribute
 * has it; a purchase has an amount and a day; nought is no price.
 */
export function completeMoney(
  cells: Cells,
  kind: ItamKind,
  { settings }: JiraAssetsConfig,
): Record<string, string> {
  const isMoney = (field: string) => importField(kind, field)?.money === true;
  const whole: Record<string, string> = { ...cells };
  const hasCurrency = (field: string) =>
    settings.reading.currency !== undefined ||
    Object.hasOwn(cells, field.replace(/\.amount$/, '.currency'));
  for (const field of Object.keys(cells).filter(isMoney)) {
    if (field.endsWith('.amount') && !hasCurrency(field)) {
      return Object.fromEntries(
        Object.entries(cells).filter(([one]) => !isMoney(one)),
      );
    }
    if (field.endsWith('.amount') && !/[1-9]/.test(cells[field])) {
      whole[field] = '';
    }
  }
  const [amount, day] = PURCHASE;
  if (Object.hasOwn(whole, amount) && (!whole[amount] || !whole[day])) {
    for (const field of PURCHASE.filter(one => Object.hasOwn(whole, one))) {
      whole[field] = '';
    }
  }
  if (Object.hasOwn(whole, PRICE)) {
    const isThere = whole[PRICE] !== '';
    for (const [field, usual] of [
      ['financials.price.per', 'total'],
      ['financials.price.every', 'once'],
    ]) {
      whole[field] = isThere ? whole[field] || usual : '';
    }
  }
  return whole;
}

/** A term has a start. */
export function completeTerm(cells: Cells): Record<string, string> {
  return cells['term.start'] === '' && Object.hasOwn(cells, 'term.end')
    ? { ...cells, 'term.end': '' }
    : { ...cells };
}
