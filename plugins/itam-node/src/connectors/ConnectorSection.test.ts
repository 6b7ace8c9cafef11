import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { ConnectorSection } from './ConnectorSection';

const KEY = 'itam.connectors.tool';

function section(tool: JsonObject): ConnectorSection {
  const found = ConnectorSection.find(
    new ConfigReader({ itam: { connectors: { tool } } }),
    KEY,
  );
  if (!found) throw new Error('The section was not found');
  return found;
}

describe('ConnectorSection', () => {
  it('is none where nothing is configured', () => {
    expect(ConnectorSection.find(new ConfigReader({}), KEY)).toBeUndefined();
  });

  it('reads what is set', () => {
    const tool = section({
      baseUrl: 'https://tool.example.com/path',
      pageSize: 50,
      users: { key: 'email' },
      groups: { IT: 'group:default/it' },
      currency: 'EUR',
    });

    expect(tool.baseUrl()).toBe('https://tool.example.com/path');
    expect(
      tool.wholeNumber('pageSize', { least: 1, most: 100, usual: 20 }),
    ).toBe(50);
    expect(tool.choice('users.key', ['name', 'email'])).toBe('email');
    expect(tool.texts('groups')).toEqual({ IT: 'group:default/it' });
    expect(
      tool.settings({ dateFormat: 'YYYY-MM-DD', decimal: 'point' }).reading,
    ).toMatchObject({ currency: 'EUR', decimal: 'point' });
  });

  it('has defaults', () => {
    const tool = section({ baseUrl: 'https://tool.example.com' });

    expect(
      tool.wholeNumber('pageSize', { least: 1, most: 100, usual: 20 }),
    ).toBe(20);
    expect(tool.choice('users.key', ['name', 'email'])).toBe('name');
    expect(tool.texts('groups')).toEqual({});
  });

  const sizes = { least: 1, most: 100, usual: 20 };
  it.each<[JsonObject, (tool: ConnectorSection) => unknown, string]>([
    [
      { baseUrl: 'ftp://tool' },
      tool => tool.baseUrl(),
      'baseUrl: expected an http or https address',
    ],
    [
      { baseUrl: 'https://me:pass@tool' },
      tool => tool.baseUrl(),
      'baseUrl: expected an http or https address',
    ],
    [
      { pageSize: 0 },
      tool => tool.wholeNumber('pageSize', sizes),
      'pageSize: expected a whole number from 1 to 100',
    ],
    [
      { pageSize: 1.5 },
      tool => tool.wholeNumber('pageSize', sizes),
      'pageSize: expected a whole number from 1 to 100',
    ],
    [
      { pageSize: 101 },
      tool => tool.wholeNumber('pageSize', sizes),
      'pageSize: expected a whole number from 1 to 100',
    ],
    [
      { users: { key: 'id' } },
      tool => tool.choice('users.key', ['name', 'email']),
      'users.key: expected name or email',
    ],
    [
      { groups: { IT: 7 } },
      tool => tool.texts('groups'),
      'groups.IT: expected text',
    ],
  ])('refuses %j', (config, read, message) => {
    expect(() => read(section(config))).toThrow(
      `Configuration ${KEY}.${message}`,
    );
  });
});
