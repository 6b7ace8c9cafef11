import {
  explainDifference,
  monthText,
  type ComparedLine,
} from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { convertFigures } from '../costs/convertFigures';
import {
  anyEstateArbitrary,
  CURRENT,
  NOW,
  OWNERS,
  SERVICES,
  storeAny,
  storeCatalog,
} from '../costs/__testUtils__/estates';
import { loadRateTable } from '../costs/loadRateTable';
import { readFiguresNow } from '../costs/__testUtils__/readFiguresNow';
import { rebuildReadModel } from '../costs/recomputeReadModel';
import type { NodeQuestion } from '../costs/readCostQuestion';
import { prepareRegister } from '../prepareRegister';
import { changedLines, differingRecords } from './differingRecords';
import { readComparedLines } from './readComparedLines';
import { readComparisonQuestion } from './readComparisonQuestion';

jest.setTimeout(300_000);

const databases = registerDatabases();
const clock = { today: '2026-10-15', currentMonth: CURRENT };

describe.each(engines)('compared costs on %s', engine => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await prepareRegister({ database: knex }, NOW);
    await storeCatalog(knex);
    for (let month = CURRENT - 30; month <= CURRENT; month += 1) {
      for (const [currency, rate] of [
        ['USD', 11_000 + (month % 97)],
        ['JPY', 1_500_000 + (month % 1013)],
      ] as const) {
        // Yen have no rate in one month.
        if (currency === 'USD' || month !== CURRENT - 2) {
          await knex('rates').insert({
            date: `${monthText(month)}-${month === CURRENT ? '14' : '28'}`,
            currency,
            per_euro: `${Math.floor(rate / 10_000)}.${String(
              rate % 10_000,
            ).padStart(4, '0')}`,
          });
        }
      }
    }
  });

  /** The total of a range as `GET /costs` converts it. */
  const totalOf = async (asked: NodeQuestion) => {
    const [figures] = await readFiguresNow(knex, [
      { ...asked, by: 'currency' },
    ]);
    const { fromMonth, toMonthExclusive, reportingCurrency } = asked;
    const converted = convertFigures(figures.total, [figures.total], {
      reportingCurrency,
      fromMonth,
      months: toMonthExclusive - fromMonth,
      today: clock.today,
      table: await loadRateTable(knex, {
        ...clock,
        currencies: ['USD', 'JPY', 'EUR'],
        reportingCurrency,
        fromMonth,
        toMonthExclusive,
      }),
    });
    return converted.total.reduce((sum, minor) => sum + minor, 0n);
  };

  it('explains the whole difference between the totals of two ranges', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        fc.constantFrom('accrued', 'invoiced'),
        fc.constantFrom('EUR', 'USD', 'JPY'),
        fc.constantFrom(
          ...['all', ...SERVICES, ...OWNERS, 'supplier:dell', 'class:cloud'],
        ),
        fc.constantFrom('used', 'owned'),
        fc.integer({ min: 1, max: 6 }),
        async (generated, view, currency, of, basis, months) => {
          await storeAny(knex, generated);
          await rebuildReadModel({ database: knex }, NOW);
          const { base, current } = readComparisonQuestion(
            of,
            {
              view,
              currency,
              basis: SERVICES.includes(of) ? 'used' : basis,
              from: monthText(CURRENT - months + 1),
              to: monthText(CURRENT),
            },
            { currentMonth: CURRENT, reportingCurrency: 'EUR' },
          );
          const [before, after] = await Promise.all(
            [base, current].map(asked =>
              readComparedLines(knex, asked, ['actual'], clock),
            ),
          );
          const explained = explainDifference(before.lines, after.lines);
          expect([explained.baseMinor, explained.currentMinor]).toEqual([
            await totalOf(base),
            await totalOf(current),
          ]);
          // Leaving out what is the same changes nothing of it.
          const changed = changedLines(before.lines, after.lines);
          const short = explainDifference(changed.base, changed.current);
          expect(short.effects).toEqual(explained.effects);
          expect(short.differenceMinor).toBe(explained.differenceMinor);
          expect(short.currentMinor + changed.sameMinor).toBe(
            explained.currentMinor,
          );
          const sum = (parts: readonly { minor: bigint }[]) =>
            parts.reduce((all, { minor }) => all + minor, 0n);
          expect(sum(explained.effects)).toBe(explained.differenceMinor);
          explained.records.forEach(record =>
            expect(sum(record.effects)).toBe(record.differenceMinor),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('tells what a record costs as a whole beside what it costs the node', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        fc.constantFrom(...SERVICES),
        async (generated, of) => {
          await storeAny(knex, generated);
          const ask = (node: string) =>
            readComparedLines(
              knex,
              readComparisonQuestion(
                node,
                { from: monthText(CURRENT - 5), to: monthText(CURRENT) },
                { currentMonth: CURRENT, reportingCurrency: 'EUR' },
              ).current,
              ['actual', 'committed', 'forecast'],
              clock,
            );
          const whole = new Map(
            (await ask('all')).lines.map(line => [
              `${line.key} ${line.currency}`,
              line,
            ]),
          );
          for (const line of (await ask(of)).lines) {
            const all = whole.get(`${line.key} ${line.currency}`);
            expect([line.key, line.wholeMinor]).toEqual([
              line.key,
              all?.minor ?? 0n,
            ]);
          }
          for (const line of whole.values()) {
            expect(line.wholeMinor).toBe(line.minor);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('records that differ', () => {
  const line = (
    key: string,
    minor: bigint,
    currency = 'EUR',
  ): ComparedLine => ({
    key,
    currency,
    minor,
    wholeMinor: minor,
    quantity: null,
    adjustmentMinor: 0n,
    scheduleMinor: 0n,
    convertedMinor: minor,
  });

  it('are those with another amount, or with none in one of the periods', () => {
    expect([
      ...differingRecords(
        [line('same', 1n), line('more', 1n), line('ended', 1n)],
        [line('same', 1n), line('more', 2n), line('new', 1n)],
      ),
    ]).toEqual(['more', 'new', 'ended']);
    expect([
      ...differingRecords([line('a', 1n, 'USD')], [line('a', 1n)]),
    ]).toEqual(['a']);
  });
});

describe('the periods of a comparison', () => {
  const read = (asked: Parameters<typeof readComparisonQuestion>[1]) => {
    const { base, current } = readComparisonQuestion('all', asked, {
      currentMonth: CURRENT,
      reportingCurrency: 'EUR',
    });
    return [base, current].flatMap(({ fromMonth, toMonthExclusive }) => [
      monthText(fromMonth),
      monthText(toMonthExclusive - 1),
    ]);
  };

  it.each([
    [{}, ['2026-09', '2026-09', '2026-10', '2026-10']],
    [{ from: '2026-08' }, ['2026-07', '2026-07', '2026-08', '2026-08']],
    [
      { from: '2026-07', to: '2026-09' },
      ['2026-04', '2026-06', '2026-07', '2026-09'],
    ],
    [
      { from: '2026-07', to: '2026-09', baseFrom: '2025-07' },
      ['2025-07', '2025-09', '2026-07', '2026-09'],
    ],
    [{ baseTo: '2025-12' }, ['2025-12', '2025-12', '2026-10', '2026-10']],
    [
      { baseFrom: '2025-10', baseTo: '2025-12' },
      ['2025-10', '2025-12', '2026-10', '2026-10'],
    ],
  ])('of %j are %j', (asked, periods) => {
    expect(read(asked)).toEqual(periods);
  });

  it.each([
    [{ to: '2026-01' }, "'from' is after 'to'"],
    [
      { baseFrom: '2026-03', baseTo: '2026-01' },
      "'baseFrom' is after 'baseTo'",
    ],
    [
      { from: '2024-01', to: '2026-01' },
      "A range has at most 24 months: 'from' to 'to' has 25",
    ],
    [
      { baseFrom: '2024-01', baseTo: '2026-01' },
      "A range has at most 24 months: 'baseFrom' to 'baseTo' has 25",
    ],
  ])('are refused for %j: %s', (asked, message) => {
    expect(() => read(asked)).toThrow(message);
  });
});
