import { ConfigReader } from '@backstage/config';
import { readCatalogModuleConfig } from './readCatalogModuleConfig';

const read = (catalog?: object) =>
  readCatalogModuleConfig(new ConfigReader({ itam: { catalog } }));

describe('readCatalogModuleConfig', () => {
  it('has defaults for everything', () => {
    const defaults = {
      registerTimeoutMs: 3_000,
      pollIntervalMs: 5_000,
      longestRegisterPauseMs: 15_000,
      yamlErrors: 'position',
      modelLayer: false,
    };
    expect(read()).toEqual(defaults);
    expect(readCatalogModuleConfig(new ConfigReader({}))).toEqual(defaults);
  });

  it('reads durations in both forms', () => {
    expect(
      read({
        registerTimeout: { seconds: 1, milliseconds: 500 },
        pollInterval: '10s',
        longestRegisterPause: 'PT1M',
        yamlErrors: 'verbatim',
        modelLayer: true,
      }),
    ).toEqual({
      registerTimeoutMs: 1_500,
      pollIntervalMs: 10_000,
      longestRegisterPauseMs: 60_000,
      yamlErrors: 'verbatim',
      modelLayer: true,
    });
  });

  it.each([
    [{ registerTimeout: { seconds: 0 } }, 'itam.catalog.registerTimeout'],
    [{ pollInterval: { seconds: -1 } }, 'itam.catalog.pollInterval'],
    [{ pollInterval: 'soon' }, 'itam.catalog.pollInterval'],
    [{ longestRegisterPause: 7 }, 'itam.catalog.longestRegisterPause'],
    [{ yamlErrors: 'silent' }, 'itam.catalog.yamlErrors'],
  ])('refuses %p', (catalog, key) => {
    expect(() => read(catalog)).toThrow(key);
  });
});
