import {
  splitAtClosing,
  type CostSegment,
  type CostView,
} from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { integerFromRow } from '../../database/bigints';
import {
  CURRENT,
  estateArbitrary,
  store,
} from '../../usecases/costs/__testUtils__/estates';
import { readSegments } from '../costSegments/readSegments';
import { freezeMonths } from './freezeMonths';
import { openMonths } from './openMonths';

jest.setTimeout(120_000);

const databases = registerDatabases();

async function storedSegments(database: Knex): Promise<CostSegment[][]> {
  const ids: unknown[] = await database('records').orderBy('id').pluck('id');
  const segments = await readSegments(database, ids.map(integerFromRow));
  return ids.map(id => segments.get(integerFromRow(id)) ?? []);
}

/** In an order that does not depend on ids; empty windows left out. */
function sorted(segments: readonly CostSegment[]): string[] {
  return segments
    .filter(
      ({ windowFromUnit, windowToUnitExclusive }) =>
        windowFromUnit < windowToUnitExclusive,
    )
    .map(segment =>
      JSON.stringify(
        Object.entries({
          ...segment,
          totalMinor: String(segment.totalMinor),
        }).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
    .sort();
}

const estates = fc
  .tuple(estateArbitrary, fc.constantFrom<CostView[]>('accrued', 'invoiced'))
  .map(([estate, view]) =>
    estate.map(segments => segments.map(segment => ({ ...segment, view }))),
  );
const later = fc.array(fc.nat(30), { minLength: 1, maxLength: 3 });

describe.each(engines)('frozen months on %s', engine => {
  const numRuns = engine === 'SQLITE_3' ? 60 : 15;

  it('are those of splitting the segments of each record', async () => {
    const database = await databases.migrated(engine);
    await fc.assert(
      fc.asyncProperty(estates, later, async (estate, steps) => {
        await store(database, estate);
        let expected = await storedSegments(database);
        let last = CURRENT - 50;
        for (const step of steps) {
          const through = last + step;
          last = through;
          await database.transaction(trx => freezeMonths(trx, through));
          expected = expected.map(list => splitAtClosing(list, through));
          expect((await storedSegments(database)).map(sorted)).toEqual(
            expected.map(sorted),
          );
        }
      }),
      { numRuns },
    );
  });

  it('stay apart for two costs that are the same', async () => {
    const database = await databases.migrated(engine);
    const [drawn] = fc.sample(estates, { seed: 7, numRuns: 1 });
    const twin = {
      ...drawn[0][0],
      certainty: 'actual' as const,
      totalMinor: 100n,
      units: 24,
      startMonth: CURRENT - 12,
      windowFromUnit: 0,
      windowToUnitExclusive: 24,
    };
    await store(database, [[twin, twin, twin]]);
    let expected = await storedSegments(database);
    for (const through of [CURRENT - 6, CURRENT - 3, CURRENT + 20]) {
      await database.transaction(trx => freezeMonths(trx, through));
      expected = expected.map(list => splitAtClosing(list, through));
      expect((await storedSegments(database)).map(sorted)).toEqual(
        expected.map(sorted),
      );
    }
  });

  it('open again without any figure changing', async () => {
    const database = await databases.migrated(engine);
    await fc.assert(
      fc.asyncProperty(estates, fc.option(fc.nat(70)), async (estate, back) => {
        await store(database, estate);
        await database.transaction(trx => freezeMonths(trx, CURRENT));
        const through = back === null ? null : CURRENT - 1 - back;
        await database.transaction(trx =>
          openMonths(trx, { through, wasThrough: CURRENT }),
        );
        const segments = (await storedSegments(database)).flat();
        // Nothing is closed beyond the month any more.
        expect(
          segments.filter(
            segment =>
              segment.closed &&
              segment.windowFromUnit < segment.windowToUnitExclusive &&
              (through === null ||
                segment.startMonth + segment.windowToUnitExclusive >
                  through + 1),
          ),
        ).toEqual([]);
        // Frozen again, it is as if it had never been opened.
        await database.transaction(trx => freezeMonths(trx, CURRENT));
        const again = (await storedSegments(database)).flat();
        expect(sorted(again)).toEqual(
          sorted(
            splitAtClosing(
              segments.map(segment => ({ ...segment })),
              CURRENT,
            ),
          ),
        );
      }),
      { numRuns },
    );
  });
});
