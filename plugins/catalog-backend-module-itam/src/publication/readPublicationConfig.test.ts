import { ConfigReader } from '@backstage/config';
import { readPublicationConfig } from './readPublicationConfig';

const read = (publication?: object, guardShare?: number) =>
  readPublicationConfig(
    new ConfigReader({
      itam: {
        catalog: { publication },
        reconciliation: { guardShare },
      },
    }),
  );

describe('readPublicationConfig', () => {
  it('has defaults for everything', () => {
    const defaults = {
      scope: 'linked',
      scheduleMs: 5_000,
      fullPassMs: 3_600_000,
      guardShare: 0.5,
    };
    expect(read()).toEqual(defaults);
    expect(readPublicationConfig(new ConfigReader({}))).toEqual(defaults);
  });

  it('reads what is written', () => {
    expect(
      read({ scope: 'all', schedule: '10s', fullPass: { minutes: 5 } }, 0),
    ).toEqual({
      scope: 'all',
      scheduleMs: 10_000,
      fullPassMs: 300_000,
      guardShare: 0,
    });
  });

  it.each([
    [{ scope: 'some' }, undefined, 'itam.catalog.publication.scope'],
    [
      { schedule: { seconds: 0 } },
      undefined,
      'itam.catalog.publication.schedule',
    ],
    [{ fullPass: 'daily' }, undefined, 'itam.catalog.publication.fullPass'],
    [{}, 1.5, 'itam.reconciliation.guardShare'],
  ])('refuses %p with guard %p', (publication, guardShare, key) => {
    expect(() => read(publication, guardShare)).toThrow(key);
  });
});
