import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { parseItamSpec } from '../entities/parseItamSpec';
import {
  goodAsset,
  goodContract,
  goodLicense,
} from '../entities/testing/goodEntities';
import { validateItamEntity } from '../entities/validation/validateItamEntity';
import { isDirectlyLinked, isPublishable } from './isPublishable';
import { publishedEntity, type PublishedRecord } from './publishedEntity';

seedProperties(300);

const good = [goodAsset(), goodLicense(), goodContract()];

function recordOf(entity: Entity): PublishedRecord {
  const parsed = parseItamSpec(entity);
  return parsed;
}

describe('publishedEntity', () => {
  it.each(good)('of a good $kind is valid and has no money', entity => {
    const published = publishedEntity(recordOf(entity), entity.metadata);
    expect(validateItamEntity(published)).toEqual([]);
    expect(published.kind).toBe(entity.kind);
    expect(JSON.stringify(published)).not.toMatch(
      /financials|notes|documents|uplift|weight|reason|"assignments"|EUR|USD/,
    );
    expect(published.metadata.annotations).toBe(undefined);
  });

  it('does not change the record', () => {
    const record = recordOf(goodAsset());
    const before = structuredClone(record);
    publishedEntity(record, { name: 'a' });
    expect(record).toEqual(before);
  });

  it('shows no amount, wherever in the spec somebody wrote one', () => {
    const amount = fc.integer({ min: 1_000_000, max: 9_999_999 }).map(String);
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        amount,
        fc.boolean(),
        (entity, secret, withNewField) => {
          const copy = structuredClone(entity);
          const money = {
            purchase: { amount: secret, currency: 'EUR', date: '2026-01-01' },
            price: { amount: secret },
            charges: [{ amount: secret }],
            proceeds: { amount: secret },
          };
          const record = recordOf(entity);
          const spec = {
            ...record.spec,
            financials: money,
            notes: secret,
            disposal: { date: '2026-01-01', reason: secret },
            planned: { benefit: secret },
            rights: { permittedUse: secret },
            renewal: { kind: 'manual', upliftPercent: Number(secret) },
            covers: [{ ref: 'asset:default/a', weight: Number(secret) }],
            ...(withNewField
              ? { price: secret, cost: { amount: secret } }
              : {}),
          };
          const published = publishedEntity(
            Object.assign({}, record, { spec }),
            copy.metadata,
          );
          expect(JSON.stringify(published)).not.toContain(secret);
        },
      ),
    );
  });

  it('keeps references, shares and dates', () => {
    const { spec } = publishedEntity(recordOf(goodContract()), { name: 'c' });
    expect(spec).toMatchObject({
      owner: 'group:default/procurement',
      covers: [
        'license:default/github-enterprise',
        { ref: 'asset:default/payments-db-eu1' },
      ],
    });
    expect(
      publishedEntity(recordOf(goodAsset()), { name: 'a' }).spec?.services,
    ).toEqual([
      { ref: 'component:default/payments-api', share: 60 },
      { ref: 'component:default/ledger', share: 40 },
    ]);
  });
});

describe('isPublishable', () => {
  const asOf = '2026-06-15';
  const owner = 'group:default/platform';
  const term = { start: '2026-01-01' };
  const asset = (services: object[]): PublishedRecord =>
    recordOf({
      apiVersion: 'itam/v1alpha1',
      kind: 'Asset',
      metadata: { name: 'a' },
      spec: {
        class: 'hardware',
        type: 'server',
        stage: 'maintenance',
        owner,
        services: JSON.parse(JSON.stringify(services)),
      },
    });
  const context = {
    asOf,
    ref: 'contract:default/c',
    isDirectlyLinked: (ref: string) => ref.endsWith('/linked'),
  };
  const license = (fields: object): PublishedRecord => ({
    kind: 'License',
    spec: {
      type: 'subscription',
      product: 'x',
      owner,
      metric: 'instance',
      ...fields,
    },
  });
  const contract = (fields: object): PublishedRecord => ({
    kind: 'Contract',
    spec: { type: 'support', vendor: 'x', owner, term, ...fields },
  });

  it.each<[string, PublishedRecord, boolean]>([
    ['an asset with a service', asset([{ ref: 'component:default/a' }]), true],
    ['an asset without', asset([]), false],
    [
      'an asset whose service stopped using it',
      asset([
        { services: [{ ref: 'component:default/a' }] },
        { from: '2026-02-01', services: [] },
      ]),
      false,
    ],
    [
      'an asset a service is going to use',
      asset([
        { services: [] },
        { from: '2026-09-01', services: [{ ref: 'component:default/a' }] },
      ]),
      true,
    ],
    [
      'a licence of a linked contract',
      license({ contract: 'contract:default/linked' }),
      true,
    ],
    [
      'a licence of another contract',
      license({ contract: 'contract:default/c' }),
      false,
    ],
    [
      'a licence with a seat of a service',
      license({ assignments: [{ to: 'resource:default/db' }] }),
      true,
    ],
    [
      'a licence with a seat of a linked asset',
      license({ assignments: [{ to: 'asset:default/linked' }] }),
      true,
    ],
    [
      'a licence whose seat ended',
      license({
        assignments: [{ to: 'asset:default/linked', until: '2026-01-31' }],
      }),
      false,
    ],
    [
      'a contract that covers a system',
      contract({ covers: ['system:default/crm'] }),
      true,
    ],
    [
      'a contract that covers a linked asset',
      contract({ covers: [{ ref: 'asset:default/linked' }] }),
      true,
    ],
    [
      'a contract that covers another asset',
      contract({ covers: ['asset:default/other'] }),
      false,
    ],
    [
      'a contract part of a linked one',
      contract({ partOf: 'contract:default/linked' }),
      false,
    ],
  ])('linked: %s', (_, record, expected) => {
    expect(isPublishable(record, 'linked', context)).toBe(expected);
    expect(isPublishable(record, 'all', context)).toBe(true);
    expect(isPublishable(record, 'none', context)).toBe(false);
    expect(isPublishable(record, 'all', { ...context, isRetired: true })).toBe(
      false,
    );
  });

  it('publishes a contract for a licence under it', () => {
    expect(
      isPublishable(contract({}), 'linked', {
        ...context,
        licensesUnder: () => ['license:default/linked'],
      }),
    ).toBe(true);
  });

  it('does not take neighbours for links of the record itself', () => {
    expect(
      isDirectlyLinked(contract({ covers: ['asset:default/linked'] }), asOf),
    ).toBe(false);
  });
});
