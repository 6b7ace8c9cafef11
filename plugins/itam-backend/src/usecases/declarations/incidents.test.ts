import type { Entity } from '@backstage/catalog-model';
import { asset } from '../../__testUtils__/entities';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
} from '../../__testUtils__/testRegister';
import { clearIncidents } from './clearIncidents';
import { reportIncidents } from './reportIncidents';

jest.setTimeout(60_000);

describe.each(engines)('incidents on %p', engine => {
  const start = testRegisters();
  const withStatus = (entity: Entity, level: string): Entity => {
    const status = { items: [{ type: 'x', level, message: 'm' }] };
    return Object.assign({ ...entity }, { status });
  };

  it('keeps the latest of each ref and kind, of our kinds and locations', async () => {
    const register = await start(engine);
    await reportIncidents(
      register,
      [
        { kind: 'error', ref: 'Asset:default/A', messages: ['one', 'two'] },
        { kind: 'error', ref: 'component:default/x', messages: ['no'] },
        { kind: 'error', ref: 'location:default/gen-1', messages: ['yaml'] },
        {
          kind: 'conflict',
          ref: 'asset:default/a',
          holder: 'url:1',
          claimant: 'url:2',
        },
      ],
      TODAY,
    );
    await reportIncidents(
      register,
      [{ kind: 'error', ref: 'asset:default/a', messages: ['three'] }],
      minutesAfter(TODAY, 1),
    );
    expect(
      await register
        .database('incidents')
        .orderBy(['ref', 'kind'])
        .select('ref', 'kind', 'message', 'holder', 'claimant'),
    ).toEqual([
      {
        ref: 'asset:default/a',
        kind: 'conflict',
        message: '',
        holder: 'url:1',
        claimant: 'url:2',
      },
      expect.objectContaining({ kind: 'error', message: 'three' }),
      expect.objectContaining({ ref: 'location:default/gen-1' }),
    ]);
  });

  it('go with the next declaration in force', async () => {
    const register = await start(engine);
    await reportIncidents(
      register,
      [{ kind: 'error', ref: 'asset:default/a', messages: ['one'] }],
      TODAY,
    );
    await register.declare(asset('a'));
    await register.activate();
    expect(await register.database('incidents').select()).toEqual([]);
  });

  it("keep another file's claim when the holder's declaration is in force", async () => {
    const register = await start(engine);
    await reportIncidents(
      register,
      [
        { kind: 'error', ref: 'asset:default/a', messages: ['one'] },
        {
          kind: 'conflict',
          ref: 'asset:default/a',
          holder: 'file:/first.yaml',
          claimant: 'file:/second.yaml',
        },
      ],
      TODAY,
    );
    await register.declare(asset('a'));
    await register.activate();
    expect(
      await register.database('incidents').select('kind', 'claimant'),
    ).toEqual([{ kind: 'conflict', claimant: 'file:/second.yaml' }]);
  });

  it('go once the catalog has the entity without an error', async () => {
    const register = await start(engine);
    const refs = ['asset:default/a', 'asset:default/b', 'asset:default/c', 'x'];
    await reportIncidents(
      register,
      refs.map(ref => ({ kind: 'error', ref, messages: ['m'] })),
      TODAY,
    );
    register.store(withStatus(asset('a'), 'warning'));
    register.store(withStatus(asset('b'), 'error'));

    expect(await clearIncidents(register.deps(), minutesAfter(TODAY, 1))).toBe(
      0,
    );
    expect(await clearIncidents(register.deps(), minutesAfter(TODAY, 6))).toBe(
      1,
    );
    expect(
      await register.database('incidents').orderBy('ref').pluck('ref'),
    ).toEqual(['asset:default/b', 'asset:default/c']);
    // Nobody repeats it for a day.
    await clearIncidents(register.deps(), minutesAfter(TODAY, 24 * 60 + 1));
    expect(await register.database('incidents').select()).toEqual([]);
  });
});
