import type { Entity } from '@backstage/catalog-model';
import type {
  BudgetDetail,
  BudgetList,
} from '@backstage-itam/plugin-itam-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { shopCatalog, shopRates, shopRecords } from './shop';
import { seedRegister, type Persona, type Register } from './startRegister';

const cents = (amount: string) => BigInt(amount.replace('.', ''));
const sum = (amounts: string[]) =>
  amounts.reduce((total, amount) => total + cents(amount), 0n);

/** A record of the shop with some of its spec replaced. */
export function changed(ref: string, spec: JsonObject): Entity {
  const [kind, name] = ref.split(':');
  const found = shopRecords.find(
    entity => entity.kind === kind && entity.metadata.name === name,
  );
  if (!found) {
    throw new Error(`No record ${ref}`);
  }
  return { ...found, spec: { ...found.spec, ...spec } };
}

/** The parts of a budget add up, to the minor unit. */
export function expectIdentities(detail: BudgetDetail) {
  const { budget, months, variance } = detail;
  const effects = sum(variance.effects.map(({ amount }) => amount));
  expect(cents(variance.headroom) + effects).toBe(cents(budget.variance));
  expect(cents(variance.plan) - cents(budget.amount)).toBe(
    cents(variance.headroom),
  );
  expect(sum(variance.lines.map(({ difference }) => difference))).toBe(effects);
  for (const line of variance.lines) {
    expect(sum(line.effects.map(({ amount }) => amount))).toBe(
      cents(line.difference),
    );
    expect(cents(line.current) - cents(line.base)).toBe(cents(line.difference));
  }
  for (const part of ['actual', 'committed', 'expected'] as const) {
    expect(sum(months.map(month => month[part]))).toBe(cents(budget[part]));
  }
  expect(
    cents(budget.actual) + cents(budget.committed) + cents(budget.expected),
  ).toBe(cents(budget.forecast));
  expect(cents(budget.forecast) - cents(budget.amount)).toBe(
    cents(budget.variance),
  );
  expect(months.at(-1)?.cumulative).toBe(budget.forecast);
  expect(months.at(-1)?.planned).toBe(budget.amount);
  expect(months).toHaveLength(12);
}

/** The shop with rates of the dollar at the end of most months. */
export async function seedShop(knex: Knex): Promise<void> {
  await seedRegister(knex, {
    catalog: shopCatalog,
    records: shopRecords,
    rates: [
      ...shopRates,
      ...Array.from({ length: 9 }, (_, index) => ({
        date: `2026-0${index + 1}-28`,
        currency: 'USD',
        perEuro: `1.${10 + 3 * index}`,
      })),
    ],
  });
}

/** Path of a budget. */
export const pathOf = (of: string, fiscalYear = 2026) =>
  `/budgets/${fiscalYear}/${encodeURIComponent(of)}`;

/** Calls of a running register about budgets. */
export function budgetCalls(register: () => Register) {
  const put = (
    of: string,
    amount: string,
    options: {
      currency?: string;
      persona?: Persona;
      headers?: Record<string, string>;
      rest?: JsonObject;
      fiscalYear?: number;
    } = {},
  ) =>
    register()
      .put(options.persona ?? 'finance', pathOf(of, options.fiscalYear))
      .set(options.headers ?? { 'If-None-Match': '*' })
      .send({
        amount: { amount, currency: options.currency ?? 'EUR' },
        ...options.rest,
      });
  const set = async (...args: Parameters<typeof put>) => {
    const { body, status } = await put(...args);
    expect({ status, body }).toMatchObject({ status: 200 });
    const detail: BudgetDetail = body;
    expectIdentities(detail);
    return detail;
  };
  const read = async (of: string, persona: Persona = 'finance') => {
    const { body, status } = await register().get(persona, pathOf(of));
    expect({ status, body }).toMatchObject({ status: 200 });
    const detail: BudgetDetail = body;
    expectIdentities(detail);
    return detail;
  };
  const list = async (query = '', persona: Persona = 'finance') => {
    const { body, status } = await register().get(persona, `/budgets${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    const answer: BudgetList = body;
    return answer;
  };
  return { put, set, read, list };
}
