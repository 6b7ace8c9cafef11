import { createMockDirectory } from '@backstage/backend-test-utils';
import { engines } from '../../__testUtils__/registerDatabases';
import { testRegisters, TODAY } from '../../__testUtils__/testRegister';
import { readUsableRates } from '../../stores/queries/monthlyRates';
import { loadRates } from './loadRates';
import { removeRate, setRates } from './setRates';

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

  it('leave those set by hand, which win, as they are', async () => {
    const register = await start(engine);
    const file = files.resolve('rates.csv');
    const knex = register.database;
    files.setContent({ 'rates.csv': 'Date,USD\n2026-05-18,1.1\n' });
    await loadRates(register, file);
    const setter = {
      actor: 'user:default/finance',
      at: TODAY,
      today: '2026-05-20',
    };
    const rate = { date: '2026-05-18', currency: 'USD' };
    // Of several at once each waits for the other.
    const answers = await Promise.all(
      ['1.5', '1.50', '1.6'].map(unitsPerEuro =>
        setRates({ knex }, [{ ...rate, unitsPerEuro }], setter),
      ),
    );
    expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(1);
    await setRates({ knex }, [{ ...rate, unitsPerEuro: '1.7' }], setter);

    files.setContent({ 'rates.csv': 'Date,USD\n2026-05-18,1.2\n' });
    await loadRates(register, file);
    const latest = () =>
      readUsableRates(knex, {
        currencies: ['USD'],
        monthly: null,
        latestUntil: '2026-05-20',
      });
    expect(await latest()).toEqual([{ ...rate, perEuro: '1.7' }]);
    await removeRate({ knex }, rate, setter);
    expect(await latest()).toEqual([{ ...rate, perEuro: '1.2' }]);
  });
});
