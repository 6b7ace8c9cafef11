import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readJiraAssetsConfig } from './readJiraAssetsConfig';

describe('readJiraAssetsConfig', () => {
  const read = (section?: JsonObject) =>
    readJiraAssetsConfig(
      new ConfigReader(
        section ? { itam: { connectors: { jiraAssets: section } } } : {},
      ),
    );
  const baseUrl = 'https://acme.atlassian.net';
  const auth = { token: 't' };
  const type = (more: JsonObject = {}) => ({
    baseUrl,
    auth,
    objectTypes: [{ objectType: 'Laptop', kind: 'Asset', ...more }],
  });

  it('is inactive without configuration', () => {
    expect(read()).toBeUndefined();
  });

  it('has defaults', () => {
    expect(read(type())).toMatchObject({
      edition: 'cloud',
      apiUrl: 'https://api.atlassian.com',
      pageSize: 100,
      timeZone: 'UTC',
      userKey: 'email',
      objectTypes: [{ id: 'Laptop', children: false }],
    });
  });

  it.each<[JsonObject, string]>([
    [{ ...type(), baseUrl: 'ftp://x' }, 'baseUrl: expected an http or https'],
    [{ ...type(), apiUrl: 'https://a:b@x' }, 'apiUrl: expected an http or'],
    [{ ...type(), auth: {} }, 'auth: expected email and apiToken'],
    [{ ...type(), edition: 'server' }, 'edition: expected cloud or'],
    [
      { ...type(), pageSize: 1000 },
      'pageSize: expected a whole number from 20',
    ],
    [{ ...type(), timeZone: 'Mars' }, 'timeZone: expected a time zone'],
    [{ baseUrl, auth }, 'objectTypes: expected one object type or more'],
    [type({ objectType: '' }), 'objectTypes[0].objectType: expected the name'],
    [type({ kind: 'Thing' }), 'objectTypes[0].kind: expected one of Asset'],
    [type({ query: 'a = b order by c' }), 'objectTypes[0].query: expected AQL'],
    [
      type({ attributes: { colour: 'Colour' } }),
      'objectTypes[0].attributes.colour: expected a field of an import',
    ],
    [
      type({ attributes: { tag: {} } }),
      'objectTypes[0].attributes.tag: expected text',
    ],
    [
      type({ attributes: { 'financials.purchase.amount': 'Price' } }),
      'objectTypes[0].attributes.financials.purchase.date: expected an attribute',
    ],
    [
      {
        ...type(),
        objectTypes: [
          { objectType: 'Laptop', kind: 'Asset' },
          { objectType: 'Laptop', kind: 'Asset' },
        ],
      },
      'objectTypes[1].objectType: expected each object type once',
    ],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(
      `Configuration itam.connectors.jiraAssets.${message}`,
    );
  });
});
