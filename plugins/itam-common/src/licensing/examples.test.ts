import { stringifyEntityRef } from '@backstage/catalog-model';
import { exampleEntities } from '../entities/__testUtils__/exampleEntities';
import { isAssetEntity, isLicenseEntity } from '../entities/itamKinds';
import type { DeviceFacts } from './consumption';
import { licensePosition } from './licensePosition';

const AS_OF = '2026-11-24';

const entities = exampleEntities().map(({ entity }) => entity);

const devices = new Map(
  entities.flatMap((entity): [string, DeviceFacts][] =>
    isAssetEntity(entity)
      ? [
          [
            stringifyEntityRef(entity),
            {
              decommissioned: entity.spec.stage === 'decommission',
              cores: entity.spec.cores,
              processors: entity.spec.processors,
            },
          ],
        ]
      : [],
  ),
);

function positionOf(name: string) {
  const licence = entities
    .filter(isLicenseEntity)
    .find(({ metadata }) => metadata.name === name);
  if (!licence) {
    throw new Error(`No licence ${name}`);
  }
  return licensePosition(
    [licence.spec],
    { device: ref => devices.get(ref) },
    AS_OF,
  );
}

describe('the licences of the example organisation on 24 November 2026', () => {
  it.each([
    ['github-enterprise', 24, 14, 10],
    ['microsoft-365-e3', 30, 22, 8],
    ['jira-premium', 25, 8, 17],
    ['jetbrains-all-products', 8, 10, -2],
    ['windows-server-datacenter', 96, 128, -32],
    ['oracle-database-ee', 2, 2, 0],
    ['print-server-device-cal', 2, 3, -1],
    ['rds-user-cal', 5, 3, 2],
    ['complyadvantage', 1, 1, 0],
    ['red-hat-enterprise-linux', 6, 3, 3],
    ['sap-businessobjects', 5, null, null],
    ['snowflake-capacity', 12_000, null, null],
  ])(
    '%s: %d owned, %s used, position %s',
    (name, entitled, consumed, position) => {
      expect(positionOf(name)).toMatchObject({
        applicable: true,
        entitled,
        consumed,
        position,
      });
    },
  );

  it('prices the two missing JetBrains seats until the term ends', () => {
    expect(positionOf('jetbrains-all-products').trueUp).toEqual({
      minor: 64_917n,
      currency: 'EUR',
    });
  });

  it.each(['postgresql', 'grafana'])('has no position for %s', name => {
    expect(positionOf(name).applicable).toBe(false);
  });
});
