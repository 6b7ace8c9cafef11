import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { minutesAfter, TODAY } from '../__testUtils__/testRegister';
import { settingKeys } from '../database/settingKeys';
import { migrateDatabase } from '../database/migrateDatabase';
import { readSetting } from '../stores/settings/readSetting';
import { readWindowStart, windowStartAt } from '../stores/readModel/window';
import { prepareRegister } from './prepareRegister';

jest.setTimeout(60_000);

describe.each(engines)('prepareRegister on %p', engine => {
  const databases = registerDatabases();

  it('agrees on one identity when replicas start together', async () => {
    const database = await databases.empty(engine);
    await migrateDatabase(database);
    const identity = async () => {
      await prepareRegister({ database, skipMigrations: true }, TODAY);
      return [
        await readSetting(database, settingKeys.epoch),
        await readSetting(database, settingKeys.secret),
      ].join();
    };
    const seen = await Promise.all([identity(), identity(), identity()]);
    expect(new Set(seen).size).toBe(1);
    expect(await identity()).toBe(seen[0]);
  });

  it('makes the schema once when replicas start on an empty database', async () => {
    const database = await databases.empty(engine);
    const replicas = engine === 'SQLITE_3' ? 1 : 4;
    await Promise.all(
      Array.from({ length: replicas }, () =>
        prepareRegister({ database }, TODAY),
      ),
    );
    expect(await readWindowStart(database)).toBe(windowStartAt(TODAY));
  });

  it('moves the window of a register that slept for months', async () => {
    const database = await databases.empty(engine);
    await prepareRegister({ database }, TODAY);
    const before = await readWindowStart(database);
    await prepareRegister({ database }, minutesAfter(TODAY, 60 * 24 * 62));
    expect(await readWindowStart(database)).toBe(before + 2);
  });
});
