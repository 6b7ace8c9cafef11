import { InputError } from '@backstage/errors';
import { engines } from '../__testUtils__/registerDatabases';
import { testRegisters } from '../__testUtils__/testRegister';
import { describeFailure } from './describeFailure';

jest.setTimeout(60_000);

describe('describeFailure', () => {
  const start = testRegisters();

  it.each(engines)('tells no value of a database error, %p', async engine => {
    const { database } = await start(engine);
    const error: unknown = await database('declarations')
      .insert({
        ref: 'asset:default/a',
        revision: null,
        payload: 'amount 4711.00',
        staged_at: 'now',
      })
      .catch(reason => reason);
    expect(error).toMatchObject({ message: expect.any(String) });
    const told = describeFailure(error);
    expect(told).not.toContain('4711.00');
    expect(told).toMatch(/\((SQLITE_\w+|23502)\)/);
  });

  it('tells what is known to be harmless', () => {
    expect(describeFailure(new InputError('a hint'))).toBe(
      'InputError: a hint',
    );
    expect(describeFailure('text 4711.00')).toBe('unknown error');
  });
});
