import { ConfigReader } from '@backstage/config';
import { readConnectorSettings } from './readConnectorSettings';

const read = (data: object) =>
  readConnectorSettings(
    new ConfigReader(JSON.parse(JSON.stringify(data))),
    'itam.connectors.tool',
    { dateFormat: 'YYYY-MM-DD', decimal: 'point' },
  );

describe('readConnectorSettings', () => {
  it('has defaults', () => {
    expect(read({})).toEqual({
      schedule: {
        frequency: { hours: 1 },
        timeout: { hours: 2 },
        initialDelay: { seconds: 30 },
      },
      fullEveryMs: 86_400_000,
      conflicts: 'register',
      removal: { action: 'retire', maxShare: 0.1 },
      reading: { dateFormat: 'YYYY-MM-DD', decimal: 'point', statuses: {} },
      defaults: {},
    });
  });

  it('reads what is set', () => {
    expect(
      read({
        schedule: { frequency: { cron: '0 * * * *' }, timeout: 'PT10M' },
        fullEvery: { days: 7 },
        conflicts: 'source',
        removal: { action: 'keep', maxShare: 0.5 },
        currency: 'EUR',
        statuses: { 'Ready to Deploy.': 'in-stock' },
        defaults: { Asset: { owner: 'group:default/it' } },
      }),
    ).toMatchObject({
      schedule: { frequency: { cron: '0 * * * *' } },
      fullEveryMs: 7 * 86_400_000,
      conflicts: 'source',
      removal: { action: 'keep', maxShare: 0.5 },
      reading: {
        currency: 'EUR',
        statuses: { 'Ready to Deploy.': 'in-stock' },
      },
      defaults: { Asset: { owner: 'group:default/it' } },
    });
  });

  it.each([
    [{ removal: { maxShare: 2 } }, 'removal.maxShare: expected a number'],
    [{ removal: { action: 'delete' } }, 'removal.action: expected one of'],
    [{ conflicts: 'me' }, 'conflicts: expected one of register, source'],
    [{ currency: 'Euro' }, 'currency: expected an ISO 4217 code'],
    [{ statuses: { A: 'b' } }, 'statuses.A: expected a status'],
    [{ defaults: { Thing: {} } }, 'defaults.Thing: expected one of Asset'],
    [{ defaults: { Asset: { colour: 'red' } } }, 'defaults.Asset.colour'],
  ])('refuses %j', (data, message) => {
    expect(() => read(data)).toThrow(
      `Configuration itam.connectors.tool.${message}`,
    );
  });
});
