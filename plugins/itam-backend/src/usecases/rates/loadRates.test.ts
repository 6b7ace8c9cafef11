import { createMockDirectory } from '@backstage/backend-test-utils';
import { engines } from '../../__testUtils__/registerDatabases';
import { testRegisters } from '../../__testUtils__/testRegister';
import { loadRates } from './loadRates';

jest.setTimeout(60_000);

describe.each(engines)('exchange rates on %p', engine => {
  const start = testRegisters();
  const files = createMockDirectory();

  it('load as written, again only when the file changed', async () => {
    const register = await start(engine);
    const file = files.resolve('rates.csv');
    files.setContent({
      'rates.csv':
        '\uFEFFDate,USD,JPY,XXX,\n2026-05-19,1.1684,N/A,1,\n2026-05-18,1.10,160.5,,\n',
    });
    expect(await loadRates(register, file)).toEqual({
      changed: true,
      rates: 3,
    });
    expect(
      await register.database('rates').orderBy(['currency', 'date']),
    ).toEqual([
      { currency: 'JPY', date: '2026-05-18', per_euro: '160.5' },
      { currency: 'USD', date: '2026-05-18', per_euro: '1.10' },
      { currency: 'USD', date: '2026-05-19', per_euro: '1.1684' },
    ]);
    expect(await loadRates(register, file)).toMatchObject({ changed: false });

    files.setContent({ 'rates.csv': 'Date,USD\n2026-05-20,1.2\n' });
    expect(await loadRates(register, file)).toEqual({
      changed: true,
      rates: 1,
    });
  });

  it('stay when the file cannot be read', async () => {
    const register = await start(engine);
    const file = files.resolve('rates.csv');
    files.setContent({ 'rates.csv': 'Date,USD\n2026-05-20,1.2\n' });
    await loadRates(register, file);
    files.setContent({ 'rates.csv': 'Date,USD\n2026-05-21,x\n' });
    await expect(loadRates(register, file)).rejects.toThrow(/row 2/);
    await expect(
      loadRates(register, files.resolve('missing.csv')),
    ).rejects.toThrow(/ENOENT/);
    expect(await register.database('rates').pluck('date')).toEqual([
      '2026-05-20',
    ]);
  });
});
