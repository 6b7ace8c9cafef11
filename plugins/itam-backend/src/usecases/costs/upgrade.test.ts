import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { readMonth } from '../../__testUtils__/readMonth';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { TODAY } from '../../__testUtils__/testRegister';
import { readRegisterConfig } from '../../config';
import { isPostgres } from '../../database/engine';
import { migrationsDirectory } from '../../database/migrateDatabase';
import { settingKeys } from '../../database/settingKeys';
import { isSegmentLayoutCurrent } from '../../stores/costSegments/segmentLayout';
import { monthsLiteral, packMonths } from '../../stores/readModel/packedMonths';
import { readSetting } from '../../stores/settings/readSetting';
import { prepareRegister } from '../prepareRegister';
import { checkReadModel } from './recomputeReadModel';
import { recomputeWhenDue } from './recomputeWhenDue';

jest.setTimeout(120_000);

const databases = registerDatabases();
const config = readRegisterConfig(new ConfigReader({}));

const FIRST_MIGRATION = '20261124000000_initial.js';
const JANUARY = 2026 * 12;

/** A database as the first version left it, with assets of 12.00 a month. */
async function olderRegister(
  database: Knex,
  names: readonly string[],
  spec: (name: string) => object = () => ({}),
): Promise<void> {
  await database.migrate.up({
    directory: migrationsDirectory(),
    name: FIRST_MIGRATION,
  });
  await expect(database.schema.hasTable('servicings')).resolves.toBe(false);
  for (const [index, name] of names.entries()) {
    const id = index + 1;
    const ref = `asset:default/${name}`;
    await database('records').insert({
      id,
      ref,
      kind: 'Asset',
      namespace: 'default',
      name,
      origin: 'declared',
      revision: 'r1',
      title: name,
      stage: 'maintenance',
      class: 'hardware',
      type: 'server',
      owner_ref: 'group:default/payments',
      has_price: true,
      search_text: name,
      spec: JSON.stringify({
        class: 'hardware',
        type: 'server',
        stage: 'maintenance',
        owner: 'group:default/payments',
        inService: '2026-01-01',
        ...spec(name),
      }),
      financials: JSON.stringify({
        purchase: { amount: '144.00', currency: 'EUR', date: '2026-01-01' },
        depreciation: { method: 'straight-line', months: 12 },
      }),
      dated_state: JSON.stringify({
        owners: [{ from: null, value: 'group:default/payments' }],
        costCenters: [],
        services: [],
        covers: [],
        removedOn: null,
      }),
      version: 1,
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z',
    });
    await database('cost_segments').insert({
      id: id * 65_536,
      record_id: id,
      category: 'depreciation',
      certainty: 'actual',
      estimated: false,
      currency: 'EUR',
      total_minor: 14_400,
      units: 12,
      start_month: JANUARY,
      window_from: 0,
      window_to: 12,
      owner_ref: 'group:default/payments',
      asset_class: 'hardware',
      weight_total: 10_000,
    });
    await database('cost_slices').insert({
      segment_id: id * 65_536,
      service_ref: null,
      lo: 0,
      hi: 10_000,
    });
  }
  const months = new BigInt64Array(60).fill(1n);
  await database('cost_vec').insert({
    basis: 'owned',
    node_key: 'all',
    category: 'depreciation',
    currency: 'EUR',
    months: isPostgres(database) ? monthsLiteral(months) : packMonths(months),
  });
  await database('settings').insert(
    Object.entries({
      epoch: 'before',
      secret: '00',
      'read-model.start-month': String(JANUARY + 4 - 36),
      'read-model.layout': 'unallocated-per-owned-node',
      'costs.computed-for': '2026-05-20 0123456789abcdef',
    }).map(([key, value]) => ({ key, value })),
  );
}

describe.each(engines)('a register of the first version on %s', engine => {
  it('answers at once, and has both views once all is computed', async () => {
    const database = await databases.empty(engine);
    // b is planned in place of a, which the first version did not look at.
    await olderRegister(database, ['a', 'b', 'c'], name => ({
      endOfLife: '2026-12-31',
      ...(name === 'b'
        ? { planned: { replaces: 'asset:default/a' }, endOfLife: undefined }
        : {}),
    }));
    await prepareRegister({ database }, TODAY);
    expect(await readSetting(database, settingKeys.epoch)).toBe('before');
    expect(await isSegmentLayoutCurrent(database)).toBe(false);

    // What the first version knew is there before anything is computed.
    expect(await readMonth(database, 'owned', 'all', '2026-03')).toEqual({
      EUR: 3n * 1200n,
    });
    expect(await checkReadModel({ database })).toMatchObject({ equal: true });
    const invoiced = { view: 'invoiced', certainty: 'actual' } as const;
    expect(
      await readMonth(database, 'owned', 'all', '2026-01', invoiced),
    ).toEqual({});

    expect(await recomputeWhenDue({ database, config }, TODAY)).toEqual({
      due: true,
      uncomputable: [],
    });
    expect(await isSegmentLayoutCurrent(database)).toBe(true);
    expect(
      await readMonth(database, 'owned', 'all', '2026-01', invoiced),
    ).toEqual({ EUR: 3n * 14_400n });
    expect(await readMonth(database, 'owned', 'all', '2026-03')).toEqual({
      EUR: 3n * 1200n,
    });
    // Only c has nothing in its place, whatever the order of computation.
    expect(
      await readMonth(database, 'owned', 'all', '2026-12', {
        view: 'invoiced',
        certainty: 'forecast',
      }),
    ).toEqual({ EUR: 14_400n });
    expect(
      await readMonth(database, 'owned', 'asset:default/c', '2026-12', {
        view: 'invoiced',
        certainty: 'forecast',
      }),
    ).toEqual({ EUR: 14_400n });
    expect(await checkReadModel({ database })).toMatchObject({ equal: true });
    expect(await recomputeWhenDue({ database, config }, TODAY)).toMatchObject({
      due: false,
    });
  });

  it('goes on where it was stopped', async () => {
    const database = await databases.empty(engine);
    const names = Array.from(
      { length: 450 },
      (_, index) => `n${String(index).padStart(3, '0')}`,
    );
    await olderRegister(database, names);
    await prepareRegister({ database }, TODAY);
    const computed = async () =>
      (
        await database('cost_segments')
          .where('view', 'invoiced')
          .distinct('record_id')
      ).length;

    const stop = new AbortController();
    database.on('query', ({ bindings }: { bindings?: unknown[] }) => {
      if (bindings?.includes(settingKeys.computing)) {
        const writes = bindings.some(
          value => typeof value === 'string' && value.includes('asset:'),
        );
        if (writes) {
          stop.abort();
        }
      }
    });
    await recomputeWhenDue({ database, config }, TODAY, stop.signal);
    database.removeAllListeners('query');
    const done = await computed();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(names.length);
    expect(await isSegmentLayoutCurrent(database)).toBe(false);
    expect(await checkReadModel({ database })).toMatchObject({ equal: true });

    const refs: string[] = [];
    database.on('query', ({ sql, bindings }: QueryEvent) => {
      if (/^select .*ref.* from .records. where .ref. > /.test(sql)) {
        refs.push(String(bindings?.[0]));
      }
    });
    await recomputeWhenDue({ database, config }, TODAY);
    database.removeAllListeners('query');
    expect(refs[0]).toBe(`asset:default/${names[done - 1]}`);
    expect(await computed()).toBe(450);
    expect(await isSegmentLayoutCurrent(database)).toBe(true);
    expect(await checkReadModel({ database })).toMatchObject({ equal: true });
  });
});

interface QueryEvent {
  sql: string;
  bindings?: unknown[];
}
