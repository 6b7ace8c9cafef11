import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { BudgetDetail } from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { readRegisterConfig } from '../../config';
import {
  anyEstateArbitrary,
  CURRENT,
  NOW,
  OWNERS,
  SERVICES,
  storeAny,
  storeCatalog,
} from '../costs/__testUtils__/estates';
import { rebuildReadModel } from '../costs/recomputeReadModel';
import { prepareRegister } from '../prepareRegister';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { removeBudget, putBudget } from './changeBudget';
import { listBudgets } from './listBudgets';
import { readBudgetDetail } from './readBudgetDetail';

jest.setTimeout(300_000);

const databases = registerDatabases();

const context: ReadContext = {
  credentials: mockCredentials.user(),
  access: {
    records: { kind: 'all' },
    contracts: { kind: 'all' },
    costs: { kind: 'all' },
  },
  today: '2026-10-15',
  currentMonth: CURRENT,
  at: NOW.toISOString(),
};

const change = {
  actor: 'user:default/finance',
  at: NOW,
  checkVersion: () => {},
};

/** Sums may have more digits than an amount: these are only compared. */
const minor = (amount: string) => BigInt(amount.replace('.', ''));

const total = (amounts: readonly string[]) =>
  amounts.reduce((sum, amount) => sum + minor(amount), 0n);

function expectIdentities({
  budget,
  months,
  variance,
}: Omit<BudgetDetail, 'canEdit'>) {
  const effects = total(variance.effects.map(({ amount }) => amount));
  expect(minor(variance.headroom) + effects).toBe(minor(budget.variance));
  expect(total(variance.lines.map(({ difference }) => difference))).toBe(
    effects,
  );
  for (const line of variance.lines) {
    expect(total(line.effects.map(({ amount }) => amount))).toBe(
      minor(line.difference),
    );
  }
  for (const part of ['actual', 'committed', 'expected'] as const) {
    expect(total(months.map(month => month[part]))).toBe(minor(budget[part]));
  }
}

describe.each(engines)('the variance of budgets on %s', engine => {
  let deps: ReadDeps & { knex: Knex };

  beforeAll(async () => {
    const knex = await databases.empty(engine);
    await prepareRegister({ database: knex }, NOW);
    await storeCatalog(knex);
    // No rates of the yen in summer.
    await knex('rates').insert(
      Array.from({ length: 10 }, (_, month) => `${month + 1}`.padStart(2, '0'))
        .flatMap(month => [
          { date: `2026-${month}-14`, currency: 'USD', per_euro: '1.1049' },
          {
            date: `2026-${month}-28`,
            currency: 'USD',
            per_euro: `1.1${month}`,
          },
          { date: `2026-${month}-28`, currency: 'JPY', per_euro: '163.27' },
        ])
        .filter(
          rate =>
            rate.date < '2026-10-15' &&
            !(rate.currency === 'JPY' && /-0[678]-/.test(rate.date)),
        ),
    );
    deps = {
      knex,
      config: readRegisterConfig(
        new ConfigReader({ itam: { fiscalYearStartMonth: 4 } }),
      ),
      labels: {
        load: async () => ({ titles: new Map(), answered: true }),
        find: async () => undefined,
      },
    };
  });

  it('is explained to the last minor unit on any estate', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        anyEstateArbitrary,
        fc.constantFrom(
          ...OWNERS.filter(ref => !ref.endsWith('unknown')),
          ...SERVICES.filter(ref => !ref.endsWith('unknown')),
          'all',
        ),
        fc.constantFrom<('accrued' | 'invoiced')[]>('accrued', 'invoiced'),
        fc.constantFrom('EUR', 'USD', 'JPY'),
        async (planned, now, of, view, currency) => {
          const key = { fiscalYear: 2027, of };
          await storeAny(deps.knex, planned);
          await rebuildReadModel({ database: deps.knex }, NOW);
          const set = await putBudget(
            deps,
            context,
            key,
            { amount: { amount: '700', currency }, view },
            change,
          );
          expectIdentities(set);
          expect(set.variance.effects).toEqual([]);

          await storeAny(deps.knex, now);
          await rebuildReadModel({ database: deps.knex }, NOW);
          const detail = await readBudgetDetail(deps, context, key);
          expectIdentities(detail);
          expect(detail.variance.plan).toBe(set.budget.forecast);
          const { items } = await listBudgets(deps, context, {
            fiscalYear: 2027,
          });
          expect(items).toEqual([detail.budget]);
          await removeBudget(deps, context, key, change);
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
