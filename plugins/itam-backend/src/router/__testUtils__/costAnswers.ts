import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import type { ShopRegister } from './shopRegister';
import type { Persona } from './startRegister';

/** The last months there are rates for, and one before. */
export const AUTUMN = 'from=2026-08&to=2026-10';

/** What something costs, which the persona may see. */
export async function costsOf(
  { register }: ShopRegister,
  persona: Persona,
  query: string,
): Promise<CostAnswer> {
  const { body, status } = await register.get(persona, `/costs?${query}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

/** Booked amounts of the last month by currency. */
export function lastMonth(series: CostAnswer['total']) {
  return Object.fromEntries(
    series.booked.map(({ currency, months }) => [currency, months.at(-1)]),
  );
}

/** Booked amounts of the last month by line and currency. */
export function linesOf(answer: CostAnswer) {
  return Object.fromEntries(
    answer.groups.map(group => [group.key, lastMonth(group.series)]),
  );
}
