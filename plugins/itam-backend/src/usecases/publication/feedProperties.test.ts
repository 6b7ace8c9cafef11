import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { registerDatabases } from '../../__testUtils__/registerDatabases';
import { prepareRegister } from '../prepareRegister';
import { contract, laptop, license } from './__testUtils__/entities';
import {
  retireRegistered,
  writeRegistered,
} from './__testUtils__/registeredRecords';
import { listChangePage } from './listChangePage';
import { listPublishedPage } from './listPublishedPage';

jest.setTimeout(120_000);

const databases = registerDatabases();
const asOf = new Date('2026-10-15T12:00:00.000Z');
const DAY = '2026-10-15';

const SERVICE = 'component:default/shop';
const ASSETS = ['a', 'b'];
const CONTRACTS = ['a', 'b'];

/** Licence a is always under contract a, and b under none. */
const UNDER: Record<string, object> = {
  a: { contract: 'contract:default/a' },
  b: {},
};

const services = fc
  .boolean()
  .map(isLinked => (isLinked ? { services: [{ ref: SERVICE }] } : {}));

const asset: fc.Arbitrary<Entity> = fc
  .tuple(fc.constantFrom(...ASSETS), services)
  .map(([name, spec]) => laptop(name, { spec }));

const seatsOfAssets = fc
  .subarray(ASSETS)
  .map(names => names.map(name => ({ to: `asset:default/${name}` })));

const seats: fc.Arbitrary<Entity> = fc
  .tuple(fc.constantFrom('a', 'b'), services, seatsOfAssets)
  .map(([name, spec, assignments]) =>
    license(name, { metric: 'device', assignments, ...UNDER[name], ...spec }),
  );

const covering: fc.Arbitrary<Entity> = fc
  .tuple(
    fc.constantFrom(...CONTRACTS),
    services,
    fc.subarray([
      'asset:default/a',
      'asset:default/b',
      'license:default/a',
      'license:default/b',
    ]),
  )
  .map(([name, spec, covers]) => contract(name, { covers, ...spec }));

type Step = { write: Entity } | { retire: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.oneof(asset, seats, covering).map(write => ({ write })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('asset', 'license', 'contract'),
        fc.constantFrom('a', 'b'),
      )
      .map(([kind, name]) => ({ retire: `${kind}:default/${name}` })),
  },
);

async function take(database: Knex, one: Step): Promise<void> {
  if ('write' in one) {
    await writeRegistered(database, one.write, asOf);
  } else {
    await retireRegistered(database, one.retire, asOf);
  }
}

describe('following the changes', () => {
  it('ends with what a full pass says, in pages of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: 5 }),
        async (rounds, limit) => {
          const database = await databases.empty('SQLITE_3');
          await prepareRegister({ database }, asOf);
          const deps = { database, scope: 'linked' as const };
          const shown = new Map<string, unknown>();
          let after = 0;
          for (const round of rounds) {
            for (const one of round) {
              await take(database, one);
            }
            let more = true;
            while (more) {
              const page = await listChangePage(deps, { after, limit }, DAY);
              for (const { ref, entity } of page.items) {
                if (entity) {
                  shown.set(ref, entity);
                } else {
                  shown.delete(ref);
                }
              }
              after = page.last;
              more = page.more;
            }
            const { items } = await listPublishedPage(
              deps,
              { limit: 100 },
              DAY,
            );
            expect(Object.fromEntries(shown)).toEqual(
              Object.fromEntries(items.map(({ ref, entity }) => [ref, entity])),
            );
          }
          await database.destroy();
        },
      ),
      { numRuns: 40 },
    );
  });
});
