import {
  sliceMonths,
  type CostSegment,
} from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { costSumSql, sumCosts } from '../../stores/queries/costSums';
import { rowsOf } from '../../stores/queries/rowsOf';
import {
  anyEstateArbitrary,
  CURRENT,
  estateArbitrary,
  NOW,
  OWNERS,
  SERVICES,
  store,
  storeAny,
  storeCatalog,
} from './__testUtils__/estates';
import { prepareRegister } from '../prepareRegister';
import { CurrencySums } from './costFigures';
import { estateFromReadModel } from './estateFromReadModel';
import { readCostQuestion } from './readCostQuestion';
import { readFiguresNow } from './__testUtils__/readFiguresNow';
import { figuresFromSegments } from './readFigures';
import { rebuildReadModel } from './recomputeReadModel';
import { recordFigures } from './recordFigures';

jest.setTimeout(300_000);

const databases = registerDatabases();
const VIEWS = ['accrued', 'invoiced'] as const;

describe.each(engines)('figures on %s', engine => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await prepareRegister({ database: knex }, NOW);
    await storeCatalog(knex);
  });

  const text = (sums: CurrencySums) =>
    JSON.stringify(
      sums
        .entries()
        .map(([currency, months]) => [currency, months.map(String)]),
    );
  const sum = (parts: CurrencySums[], months: number) => {
    const whole = new CurrencySums(months);
    parts.forEach(part => whole.addAll(part));
    return text(whole);
  };
  const question = (
    of: string,
    by: Parameters<typeof readCostQuestion>[1]['by'],
    basis: 'used' | 'owned',
    range: { from: string; to: string; view?: (typeof VIEWS)[number] },
  ) =>
    readCostQuestion(
      of,
      { by, basis, ...range },
      { currentMonth: CURRENT, reportingCurrency: 'EUR' },
    );

  it('computes in SQL exactly what TypeScript computes', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        fc.constantFrom(...VIEWS),
        async (generated, view) => {
          const estate = await storeAny(knex, generated);
          const fromMonth = CURRENT - 40;
          const toMonthExclusive = CURRENT + 12;
          const expected = new Map<string, bigint>();
          for (const segment of estate) {
            if (segment.view === view) {
              for (const slice of segment.slices) {
                sliceMonths(
                  segment,
                  slice,
                  fromMonth,
                  toMonthExclusive,
                ).forEach((minor, index) => {
                  const key = [
                    slice.serviceRef ?? 'unallocated',
                    segment.certainty,
                    segment.currency,
                    fromMonth + index,
                  ].join(' ');
                  expected.set(key, (expected.get(key) ?? 0n) + minor);
                });
              }
            }
          }
          const sums = await sumCosts(knex, {
            view,
            certainties: ['actual', 'committed', 'forecast'],
            scope: { over: 'records', where: 'all' },
            by: 'service',
            fromMonth,
            toMonthExclusive,
          });
          const found = new Map(
            sums.map(one => [
              [one.key, one.certainty, one.currency, one.month].join(' '),
              one.minor,
            ]),
          );
          for (const [key, minor] of expected) {
            expect([key, found.get(key) ?? 0n]).toEqual([key, minor]);
          }
          expect([...found].filter(([key]) => !expected.has(key))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('has the same sum by services, owners and records', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        fc.constantFrom(...VIEWS),
        async (generated, view) => {
          await storeAny(knex, generated);
          await rebuildReadModel({ database: knex }, NOW);
          const range = { from: '2025-01', to: '2026-12', view };
          const totals = new Set<string>();
          const told: string[] = [];
          for (const [by, basis] of [
            ['category', 'used'],
            ['currency', 'owned'],
            ['record', 'owned'],
            ['service', 'used'],
            ['owner', 'used'],
            ['owner', 'owned'],
            ['supplier', 'owned'],
            ['class', 'owned'],
            ['cost-center', 'owned'],
          ] as const) {
            const asked = question('all', by, basis, range);
            const [fast] = await readFiguresNow(knex, [asked]);
            const slow = await figuresFromSegments(knex, asked);
            const lines = (figures: typeof slow) =>
              figures.groups
                .map(group => `${group.key} ${text(group.sums)}`)
                .sort();
            expect(lines(fast)).toEqual(lines(slow));
            const estate = await estateFromReadModel(knex, asked, {
              from: CURRENT - 36,
            });
            expect(estate ?? fast).toEqual(fast);
            told.push(estate === undefined ? by : '');
            expect(text(fast.unallocated)).toBe(text(slow.unallocated));
            totals.add(text(fast.total)).add(text(slow.total));
            totals.add(
              sum(
                fast.groups.map(group => group.sums),
                24,
              ),
            );
          }
          expect(totals.size).toBe(1);
          expect(told.filter(by => by !== '')).toEqual([
            'category',
            'currency',
            'record',
          ]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('tells the same of every node from the read model and the segments', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        fc.constantFrom(...VIEWS),
        async (generated, view) => {
          await storeAny(knex, generated);
          await rebuildReadModel({ database: knex }, NOW);
          for (const [of, basis] of [
            ...SERVICES.map(ref => [ref, 'used'] as const),
            ...OWNERS.flatMap(ref => [
              [ref, 'used'] as const,
              [ref, 'owned'] as const,
            ]),
            ['supplier:dell', 'used'] as const,
            ['class:cloud', 'used'] as const,
            ['cost-center:CC-2', 'used'] as const,
            ['asset:default/a0', 'used'] as const,
          ]) {
            const asked = question(of, 'category', basis, {
              from: '2026-01',
              to: '2026-12',
              view,
            });
            const [fast] = await readFiguresNow(knex, [asked]);
            const slow = await figuresFromSegments(knex, asked);
            expect([of, basis, text(fast.total)]).toEqual([
              of,
              basis,
              text(slow.total),
            ]);
            expect(text(fast.unallocated)).toBe(text(slow.unallocated));
            const byRecord = { ...asked, by: 'record' as const };
            const [listed] = await readFiguresNow(knex, [byRecord]);
            expect(text(listed.unallocated)).toBe(text(slow.unallocated));
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('lists the largest records, and the rest as one', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEstateArbitrary,
        fc.constantFrom(...VIEWS),
        fc.constantFrom('all', ...SERVICES, ...OWNERS),
        fc.integer({ min: 1, max: 5 }),
        async (generated, view, of, limit) => {
          await storeAny(knex, generated);
          const asked = question(of, 'record', 'used', {
            from: '2026-01',
            to: '2026-12',
            view,
          });
          const whole = await figuresFromSegments(knex, asked);
          const groups = await recordFigures(
            knex,
            asked,
            async () => whole.total,
            limit,
          );
          const { groups: lines, total } = groups.figures(whole.unallocated);
          expect(text(total)).toBe(text(whole.total));
          const named = lines.filter(({ key }) => key !== 'other');
          expect(named.length).toBeLessThanOrEqual(limit);
          for (const line of named) {
            const same = whole.groups.find(({ key }) => key === line.key);
            expect(same && text(same.sums)).toBe(text(line.sums));
          }
          // No record of the rest is larger than one that is shown.
          const size = ({ sums }: (typeof lines)[number]) =>
            sums.entries().reduce((all, [, months]) => {
              const sumOf = months.reduce((a, b) => a + b, 0n);
              return all + (sumOf < 0n ? -sumOf : sumOf);
            }, 0n);
          const shown = new Set(named.map(({ key }) => key));
          const rest = whole.groups.filter(({ key }) => !shown.has(key));
          const larger = rest.filter(hidden =>
            named.some(line => size(line) < size(hidden)),
          );
          // With lines to spare, what cancels out over the year has none.
          expect(named.length === limit ? larger : []).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('asks the segments for no total within the window', async () => {
    const [estate] = fc.sample(estateArbitrary, { numRuns: 1, seed: 7 });
    await store(knex, estate);
    await rebuildReadModel({ database: knex }, NOW);
    const asked = OWNERS.map(ref =>
      question(ref, 'category', 'owned', { from: '2026-01', to: '2026-12' }),
    );
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', note);
    await readFiguresNow(knex, asked);
    knex.removeListener('query', note);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.join()).not.toContain('cost_segments');
  });

  it('stays whole at the limits of the formula', async () => {
    const extreme: CostSegment[] = [10n ** 15n - 1n, -(10n ** 15n - 1n)].map(
      totalMinor => ({
        recordRef: '',
        recordKind: 'Asset',
        view: 'accrued',
        category: 'charge',
        certainty: 'actual',
        currency: 'EUR',
        totalMinor,
        units: 100,
        startMonth: CURRENT - 50,
        windowFromUnit: 0,
        windowToUnitExclusive: 100,
        ownerRef: null,
        costCenter: null,
        vendor: null,
        assetClass: null,
        weightTotal: 20_000_000,
        slices: [
          { serviceRef: 'component:default/api', lo: 0, hi: 19_999_999 },
          { serviceRef: null, lo: 19_999_999, hi: 20_000_000 },
        ],
      }),
    );
    await store(knex, []);
    for (const [index, segment] of extreme.entries()) {
      await store(knex, [[segment]]);
      const query = {
        scope: { over: 'records', where: 'all' },
        by: 'service',
        fromMonth: CURRENT - 50,
        toMonthExclusive: CURRENT + 50,
      } as const;
      const sums = await sumCosts(knex, query);
      expect(sums.reduce((all, one) => all + one.minor, 0n)).toBe(
        extreme[index].totalMinor,
      );
      const { sql, values } = costSumSql(query);
      // PostgreSQL adds bigints up to exact numerics.
      const [typeOf, whole] =
        engine === 'SQLITE_3'
          ? ['typeof(sum($1))', 'integer']
          : ['cast(pg_typeof(sum($1)) as text)', 'numeric'];
      const rows = rowsOf(
        await knex.raw(
          sql.replace(
            /cast\(sum\(([\s\S]*)\) as text\) as minor/,
            `${typeOf} as type`,
          ),
          values,
        ),
      );
      expect(rows).toHaveLength(200);
      rows.forEach(row => expect(row).toMatchObject({ type: whole }));
    }
  });
});
