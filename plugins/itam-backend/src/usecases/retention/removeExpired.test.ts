import { license } from '../../__testUtils__/entities';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
  type TestRegister,
} from '../../__testUtils__/testRegister';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { removeExpired } from './removeExpired';

jest.setTimeout(60_000);

const daysAgo = (days: number) =>
  minutesAfter(TODAY, -days * 24 * 60).toISOString();
const dayAgo = (days: number) => daysAgo(days).slice(0, 10);

describe.each(engines)('removeExpired on %s', engine => {
  const start = testRegisters();
  const expire = async (register: TestRegister, signal?: AbortSignal) =>
    await removeExpired(register.deps(), TODAY, signal);

  const alert = (subject: string, endedAt: string | null) => ({
    kind: 'warrantyEnd',
    subject,
    due_on: '2020-01-01',
    stage: 30,
    recipient: 'group:default/a',
    noticed_at: daysAgo(3_000),
    sent_at: daysAgo(3_000),
    ended_at: endedAt,
  });
  const incident = (ref: string, days: number) => ({
    kind: 'error',
    source: 'register',
    ref,
    message: 'No',
    at: daysAgo(days),
  });

  it('removes alerts and refusals after their time, and nothing that lasts', async () => {
    const register = await start(engine);
    const { database } = register;
    await database('alerts').insert([
      alert('asset:default/old', daysAgo(366)),
      alert('asset:default/recent', daysAgo(364)),
      alert('asset:default/lasting', null),
    ]);
    await database('incidents').insert([
      incident('asset:default/old', 91),
      incident('asset:default/recent', 89),
    ]);
    expect(await expire(register)).toEqual({
      alerts: 1,
      incidents: 1,
      usageMeasures: 0,
    });
    expect(
      await database('alerts').orderBy('subject').pluck('subject'),
    ).toEqual(['asset:default/lasting', 'asset:default/recent']);
    expect(await database('incidents').pluck('ref')).toEqual([
      'asset:default/recent',
    ]);
    expect(await expire(register)).toEqual({
      alerts: 0,
      incidents: 0,
      usageMeasures: 0,
    });
  });

  it('removes measured use when asked to, but no last use and no units', async () => {
    const register = await start(engine, {
      retention: { usageMeasures: { days: 400 } },
    });
    const { database } = register;
    await register.declare(license('editor'));
    await register.activate();
    const id = (
      await readStoredRecords(database, ['license:default/editor'])
    ).get('license:default/editor')?.id;
    const measure = (kind: string, days: number, holder: string) => ({
      record_id: id,
      kind,
      date: dayAgo(days),
      holder_ref: holder,
      quantity: kind === 'seat' ? null : '5',
      recorded_at: daysAgo(days),
    });
    await database('usage_measures').insert([
      measure('seat', 500, 'user:default/a'),
      measure('seat', 450, 'user:default/a'),
      measure('seat', 900, 'user:default/b'),
      measure('seat', 1, 'user:default/b'),
      measure('peak', 500, ''),
      measure('peak', 399, ''),
      measure('units', 900, ''),
      measure('units', 1, ''),
    ]);
    const history = await database('history').count({ count: '*' });
    expect(await expire(register)).toMatchObject({ usageMeasures: 3 });
    const left: { kind: string; date: string; holder_ref: string }[] =
      await database('usage_measures').select('kind', 'date', 'holder_ref');
    expect(
      left
        .map(({ kind, date, holder_ref: holder }) => [kind, date, holder])
        .sort(),
    ).toEqual([
      ['peak', dayAgo(399), ''],
      ['seat', dayAgo(450), 'user:default/a'],
      ['seat', dayAgo(1), 'user:default/b'],
      ['units', dayAgo(900), ''],
      ['units', dayAgo(1), ''],
    ]);
    expect(await database('history').count({ count: '*' })).toEqual(history);
  });

  it('goes on after many rows, and stops when it has to', async () => {
    const register = await start(engine);
    const rows = Array.from({ length: 4_500 }, (_, index) =>
      alert(`asset:default/a${index}`, daysAgo(400)),
    );
    await register.database.batchInsert('alerts', rows, 100);
    const stopped = new AbortController();
    stopped.abort();
    expect(await expire(register, stopped.signal)).toMatchObject({ alerts: 0 });
    expect(await expire(register)).toMatchObject({ alerts: 4_500 });
  });
});
