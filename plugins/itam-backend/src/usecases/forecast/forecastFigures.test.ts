import {
  convertMonth,
  forecastPart,
  sliceMonths,
} from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import {
  readCostVectors,
  readModelWindow,
} from '../../stores/queries/costVectors';
import {
  anyEstateArbitrary,
  CURRENT,
  NOW,
  OWNERS,
  SERVICES,
  storeAny,
  storeCatalog,
} from '../costs/__testUtils__/estates';
import { CurrencySums } from '../costs/costFigures';
import type { NodeQuestion } from '../costs/readCostQuestion';
import { readFiguresNow } from '../costs/__testUtils__/readFiguresNow';
import { rebuildReadModel } from '../costs/recomputeReadModel';
import { prepareRegister } from '../prepareRegister';
import { convertForecast, forecastTotal } from './convertForecast';
import {
  forecastFromSegments,
  readForecastFigures,
  type ForecastFigures,
} from './forecastFigures';
import { readForecastQuestion } from './readForecastQuestion';

jest.setTimeout(300_000);

const databases = registerDatabases();
const PARTS = ['actual', 'committed', 'expected'] as const;
const MONTHS = 24;

/** Dollars and yen, at another rate every month; no yen in one of them. */
const table = new Map(
  ['USD', 'JPY'].map((currency, place) => [
    currency,
    Array.from({ length: MONTHS + 12 }, (_, index) => ({
      date: `${2025 + Math.floor(index / 12)}-${String(
        (index % 12) + 1,
      ).padStart(2, '0')}-28`,
      rate: {
        numerator: BigInt(11_000 + index * 37) * (place === 0 ? 1n : 150n),
        denominator: 10_000n,
      },
    })).filter(({ date }) => place === 0 || !date.startsWith('2026-03')),
  ]),
);

const text = (sums: CurrencySums) =>
  JSON.stringify(
    sums.entries().map(([currency, months]) => [currency, months.map(String)]),
  );

describe.each(engines)('forecasts on %s', engine => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await prepareRegister({ database: knex }, NOW);
    await storeCatalog(knex);
  });

  const question = (
    of: string,
    asked: { basis?: 'used' | 'owned'; view: 'accrued' | 'invoiced' },
  ): NodeQuestion =>
    readForecastQuestion(
      of,
      { from: '2026-01', to: '2027-12', ...asked },
      {
        currentMonth: CURRENT,
        reportingCurrency: 'EUR',
        fiscalYearStartMonth: 1,
      },
    );
  const nodes = (view: 'accrued' | 'invoiced') => [
    question('all', { view }),
    ...SERVICES.map(of => question(of, { view })),
    ...OWNERS.flatMap(of => [
      question(of, { view, basis: 'used' }),
      question(of, { view, basis: 'owned' }),
    ]),
    question('supplier:dell', { view }),
    question('asset:default/a0', { view }),
  ];
  const allOf = (figures: ForecastFigures) =>
    text(forecastTotal(figures, MONTHS));

  it('tells the same of every node from the read model and the segments', async () => {
    await fc.assert(
      fc.asyncProperty(anyEstateArbitrary, async generated => {
        await storeAny(knex, generated);
        await rebuildReadModel({ database: knex }, NOW);
        // Of both views at once.
        const asked = [...nodes('accrued'), ...nodes('invoiced')];
        const fast = await readForecastFigures(knex, asked, CURRENT);
        for (const [index, one] of asked.entries()) {
          const slow = await forecastFromSegments(knex, one, CURRENT);
          for (const part of PARTS) {
            expect([one.node.ref, part, text(fast[index][part])]).toEqual([
              one.node.ref,
              part,
              text(slow[part]),
            ]);
          }
        }
      }),
      { numRuns: 6 },
    );
  });

  it('puts every cost of a month into one part, as the rules say', async () => {
    await fc.assert(
      fc.asyncProperty(anyEstateArbitrary, async generated => {
        const estate = await storeAny(knex, generated);
        await rebuildReadModel({ database: knex }, NOW);
        for (const view of ['accrued', 'invoiced'] as const) {
          const asked = question('all', { view });
          const expected = new Map(
            PARTS.map(part => [part, new CurrencySums(MONTHS)]),
          );
          for (const segment of estate.filter(one => one.view === view)) {
            for (const slice of segment.slices) {
              sliceMonths(
                segment,
                slice,
                asked.fromMonth,
                asked.toMonthExclusive,
              ).forEach((minor, index) =>
                expected
                  .get(
                    forecastPart(
                      segment.certainty,
                      asked.fromMonth + index,
                      CURRENT,
                    ),
                  )
                  ?.add(segment.currency, index, minor),
              );
            }
          }
          const [found] = await readForecastFigures(knex, [asked], CURRENT);
          for (const part of PARTS) {
            expect(text(found[part])).toBe(
              text(expected.get(part) ?? new CurrencySums(MONTHS)),
            );
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('has the actual costs that any other answer has', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        fc.constantFrom('accrued', 'invoiced'),
        async (generated, view) => {
          await storeAny(knex, generated);
          await rebuildReadModel({ database: knex }, NOW);
          for (const asked of nodes(view)) {
            const over = { ...asked, toMonthExclusive: CURRENT + 1 };
            const [forecast] = await readForecastFigures(knex, [over], CURRENT);
            const [costs] = await readFiguresNow(knex, [
              { ...over, by: 'category' },
            ]);
            expect(text(forecast.actual)).toBe(text(costs.total));
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  it('adds up over services, owners and what nobody uses or owns', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        fc.constantFrom('accrued', 'invoiced'),
        async (generated, view) => {
          await storeAny(knex, generated);
          await rebuildReadModel({ database: knex }, NOW);
          const all = question('all', { view });
          const [whole] = await readForecastFigures(knex, [all], CURRENT);
          const systems = await readForecastFigures(
            knex,
            // What is not part of anything else.
            [
              'domain:default/shop',
              'component:default/alone',
              'component:default/unknown',
            ].map(of => question(of, { view })),
            CURRENT,
          );
          const used = new CurrencySums(MONTHS);
          systems.forEach(part => used.addAll(forecastTotal(part, MONTHS)));
          const free = await readFreeForecast(knex, view);
          used.addAll(free);
          expect(text(used)).toBe(allOf(whole));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('asks the segments for nothing within the window', async () => {
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', note);
    await readForecastFigures(knex, nodes('accrued'), CURRENT);
    knex.removeListener('query', note);
    expect(statements.join()).not.toContain('cost_segments');
    // The window, and the rows on either basis.
    expect(statements).toHaveLength(3);
  });

  /** What no service takes, of any certainty, from its row. */
  async function readFreeForecast(
    database: Knex,
    view: 'accrued' | 'invoiced',
  ): Promise<CurrencySums> {
    const window = await readModelWindow(database);
    const sums = new CurrencySums(MONTHS);
    const { fromMonth, toMonthExclusive } = question('all', { view });
    for (const vector of await readCostVectors(
      database,
      {
        basis: 'used',
        view,
        certainties: ['actual', 'committed', 'forecast'],
      },
      ['unallocated'],
    )) {
      vector.months
        .slice(
          fromMonth - (window?.from ?? 0),
          toMonthExclusive - (window?.from ?? 0),
        )
        .forEach((minor, index) => sums.add(vector.currency, index, minor));
    }
    return sums;
  }
});

describe('a converted forecast', () => {
  const amounts = fc.array(fc.bigInt({ min: -9999n, max: 9999n }), {
    minLength: MONTHS,
    maxLength: MONTHS,
  });
  const sums = fc
    .record({ EUR: amounts, USD: amounts, JPY: amounts }, { requiredKeys: [] })
    .map(currencies => {
      const made = new CurrencySums(MONTHS);
      for (const [currency, months] of Object.entries(currencies)) {
        months?.forEach((minor, index) => made.add(currency, index, minor));
      }
      return made;
    });
  const from = CURRENT - 9;
  const today = '2026-10-15';
  const options = {
    table,
    reportingCurrency: 'EUR',
    fromMonth: from,
    months: MONTHS,
    today,
  };

  it('adds up every month, and shows actual costs as any other answer', () => {
    fc.assert(
      fc.property(
        fc.record({ actual: sums, committed: sums, expected: sums }),
        figures => {
          const converted = convertForecast(figures, options);
          const total = forecastTotal(figures, MONTHS);
          for (let index = 0; index < MONTHS; index += 1) {
            const alone = (one: CurrencySums) =>
              convertMonth(
                one.ofMonth(index),
                'EUR',
                from + index,
                today,
                table,
              ).minor;
            expect(converted.total[index]).toBe(alone(total));
            expect(converted.actual[index]).toBe(alone(figures.actual));
            expect(
              converted.actual[index] +
                converted.committed[index] +
                converted.expected[index],
            ).toBe(converted.total[index]);
            // Fitted parts are at most one unit from what they are alone.
            for (const part of ['committed', 'expected'] as const) {
              const off = converted[part][index] - alone(figures[part]);
              expect(off >= -1n && off <= 1n).toBe(true);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names a rate that is missing even where the total cancels out', () => {
    const yen = (minor: bigint) => {
      const made = new CurrencySums(MONTHS);
      made.add('JPY', 2, minor);
      return made;
    };
    const { missing, total, expected } = convertForecast(
      {
        actual: yen(100n),
        committed: new CurrencySums(MONTHS),
        expected: yen(-100n),
      },
      options,
    );
    expect([...missing]).toEqual([['JPY', [from + 2]]]);
    expect(total[2]).toBe(0n);
    expect(expected[2]).toBe(0n);
  });
});

describe('the question of a forecast', () => {
  const read = (
    asked: { from?: string; to?: string },
    fiscalYearStartMonth = 7,
  ) => {
    const { fromMonth, toMonthExclusive } = readForecastQuestion('all', asked, {
      currentMonth: CURRENT,
      reportingCurrency: 'EUR',
      fiscalYearStartMonth,
    });
    return [fromMonth, toMonthExclusive - 1].map(
      month =>
        `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(
          2,
          '0',
        )}`,
    );
  };

  it('is about the current fiscal year', () => {
    expect(read({})).toEqual(['2026-07', '2027-06']);
    expect(read({}, 1)).toEqual(['2026-01', '2026-12']);
    expect(read({ from: '2025-09' })).toEqual(['2025-09', '2026-06']);
    expect(read({ to: '2026-12' })).toEqual(['2026-07', '2026-12']);
  });

  it('covers 60 months at most', () => {
    expect(read({ from: '2023-01', to: '2027-12' })).toBeDefined();
    expect(() => read({ from: '2022-12', to: '2027-12' })).toThrow(
      "A range has at most 60 months: 'from' to 'to' has 61",
    );
    expect(() => read({ from: '2027-01', to: '2026-12' })).toThrow(
      "'from' is after 'to'",
    );
  });
});
