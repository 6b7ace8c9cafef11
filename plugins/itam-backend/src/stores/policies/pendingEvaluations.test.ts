import type { Knex } from 'knex';
import { asset } from '../../__testUtils__/entities';
import { engines } from '../../__testUtils__/registerDatabases';
import { testRegisters } from '../../__testUtils__/testRegister';
import {
  addPending,
  addReaders,
  readersAfter,
  readPending,
  restOfReaders,
} from './pendingEvaluations';
import { readersOf } from './policyKeys';

jest.setTimeout(120_000);

const registers = testRegisters();

async function pendingOf(database: Knex): Promise<string[]> {
  const { entries } = await readPending(database, 100);
  return entries.map(({ kind, ref }) => `${kind} ${ref}`);
}

describe.each(engines)('pending evaluations on %s', engine => {
  it('are of what people changed first, and of each reader once', async () => {
    const { database } = await registers(engine);
    await database.transaction(async trx => {
      await addReaders(trx, ['a', 'b']);
      await addPending(trx, [{ kind: 'node', ref: 'group:default/g' }]);
      await addPending(trx, [{ kind: 'record', ref: 'c' }]);
      await addReaders(trx, ['b', 'c', 'd']);
    });
    expect(await pendingOf(database)).toEqual([
      'record c',
      'node group:default/g',
      'reader a',
      'reader b',
      'reader d',
    ]);
    const { entries } = await readPending(database, 2);
    expect(entries.map(({ ref }) => ref)).toEqual(['c', 'group:default/g']);
  });

  it('find the readers of a key a part at a time', async () => {
    const register = await registers(engine);
    const { database } = register;
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await register.declare(asset(name));
    }
    await register.activate();
    const ids: number[] = await database('records').orderBy('id').pluck('id');
    const key = 'serial:["Dell","a b"]';
    await database('policy_keys').delete();
    await database('policy_keys').insert([
      ...ids.map(id => ({ record_id: id, role: 'reads', key })),
      { record_id: ids[0], role: 'reads', key: 'other' },
      { record_id: ids[1], role: 'gives', key: 'other' },
    ]);
    const first = await readersOf(
      database,
      [key, 'other', 'none'].map(one => ({ key: one, recordId: 0 })),
      2,
    );
    expect(first.refs.sort()).toEqual(['asset:default/a', 'asset:default/b']);
    expect(first.rest).toEqual([{ key, recordId: ids[1] }]);
    const found = [...first.refs];
    for (let [rest] = first.rest; rest; ) {
      const next = await readersOf(
        database,
        [readersAfter(restOfReaders(rest))],
        2,
      );
      found.push(...next.refs);
      [rest] = next.rest;
    }
    expect(found.sort()).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map(name => `asset:default/${name}`),
    );
    expect(await readersOf(database, [], 2)).toEqual({ refs: [], rest: [] });
  });
});
